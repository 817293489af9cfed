import { Temporal } from 'temporal-polyfill';
import type { recordTelling as contract } from '../../shared/contract/same-child.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { recordTelling as record, Telling } from '../../shared/domain/case/telling.ts';
import { tellingView } from '../../shared/domain/disclosure/telling-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { text } from '../../shared/domain/time.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** Whoever works on the case writes down that the child told it once more. */
export const recordTelling =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now } = deps;
    const action = 'case.record-telling' as const;
    const read = await readCase(deps, { id: path.caseId, by: principal, action });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await recorded(deps, read.case, { body, by: principal, once }));
    const of = { kind: 'case', id: path.caseId } as const;
    const telling = await records.part('telling', Telling, of, Number(made.number));
    const { outcome } = await sealing.own(telling, principal, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: tellingView(telling, outcome?.note, lang, edition) };
  };

type Recording = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function recorded(
  { records, journal, sealing, policy, now, bytes }: Deps,
  opened: Case,
  { body: { to, at: told, why, note }, by, once }: Recording,
): Promise<Made> {
  const { id, file } = opened;
  const of = { kind: 'case', id } as const;
  const number = nextNumber(await records.parts('telling', Telling, of));
  const place = { what: 'telling', of, number, file } as const;
  const sealed = note ? await sealing.seal(place, { outcome: { note } }) : undefined;
  const at = now();
  const toldAt = text(Temporal.Instant.from(told));
  const writer = { sub: by.sub, agency: by.agency };
  const telling = { to, toldAt, why, number, by: writer, at, sealed, event: newEventId(bytes) };
  const decision = record({ ...telling, case: opened }, policy.at(Temporal.Instant.from(at)));
  const made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}
