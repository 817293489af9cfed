import { Temporal } from 'temporal-polyfill';
import type { speakers as contract } from '../../shared/contract/family.ts';
import { speakerView } from '../../shared/domain/disclosure/family-view.ts';
import { inForce } from '../../shared/domain/family/household.ts';
import { Speaker } from '../../shared/domain/family/parts.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'policy' | 'now' | 'access'>;

/** All decisions on who speaks for the child, with the words the permit opens. */
export async function shownSpeakers(
  { records, sealing, policy, now }: Omit<Deps, 'access'>,
  { case: opened, permit }: ReadCase,
  lang: Lang,
) {
  const of = { kind: 'case' as const, id: opened.id };
  const all = await records.parts('speaker', Speaker, of);
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const current = inForce(all, at);
  return Promise.all(
    all.map(async (speaker) => {
      const { family, outcome } = await sealing.open(speaker, permit, ['family', 'outcome']);
      const said = { person: family?.speaker, reason: outcome?.note };
      return speakerView({ speaker, ...said, current: speaker === current, lang }, edition);
    }),
  );
}

export const listSpeakers =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'speaker.read' });
    return { status: 200, body: { items: await shownSpeakers(deps, read, lang) } };
  };
