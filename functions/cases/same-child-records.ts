import type { Principal } from '../../shared/domain/access/principal.ts';
import { Telling, timesToldIn } from '../../shared/domain/case/telling.ts';
import { joiningView } from '../../shared/domain/disclosure/joining-view.ts';
import { leads } from '../../shared/domain/disclosure/leads.ts';
import { tellingView } from '../../shared/domain/disclosure/telling-view.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Joining } from '../../shared/domain/same-child/joining.ts';
import type { ReadCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing'>;

/**
 * What is known of one child over all its cases: the answers whether it is the same, and how often it
 * has told. The lead sees all of it; the centre, which must not make it tell again, the tellings.
 */
export async function sameChildRecords(
  { records, sealing }: Deps,
  read: ReadCase,
  by: Principal,
  lang: Lang,
  edition: Edition,
) {
  const whole = leads(read);
  if (!whole && by.kind !== 'child-centre') return {};
  const opened = async (part: Joining | Telling) =>
    whole
      ? ((await sealing.open(part, read.permit, ['outcome'])).outcome ??
        (await sealing.own(part, by, ['outcome'])).outcome)
      : undefined;
  const subjects = read.family.map(({ id }) => ({ kind: 'case', id }) as const);
  const [told, answers] = await Promise.all([
    Promise.all(subjects.map((of) => records.parts('telling', Telling, of))),
    Promise.all(whole ? subjects.map((of) => records.parts('joining', Joining, of)) : []),
  ]);
  const tellings = await Promise.all(
    told
      .flat()
      .toSorted((a, b) => a.toldAt.localeCompare(b.toldAt))
      .map(async (one) => tellingView(one, (await opened(one))?.note, lang, edition)),
  );
  const timesToldCount = timesToldIn(read.family);
  if (!whole) return { timesToldCount, tellings };
  const joinings = await Promise.all(
    answers.flat().map(async (one) => joiningView(one, await opened(one))),
  );
  return { timesToldCount, tellings, joinings, repeats: read.case.repeats };
}
