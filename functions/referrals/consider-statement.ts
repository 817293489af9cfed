import { Temporal } from 'temporal-polyfill';
import type { considerStatement as contract } from '../../shared/contract/statements.ts';
import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { consider, Statement } from '../../shared/domain/referral/statement.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownStatement, statementsOf } from './statements.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** One of the two people who consider a statement writes down what follows from it. */
export const considerStatement =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const { referralId: id, number } = path;
    const read = await readReferral(deps, { id, by: principal, action: 'statement.consider' });
    const earlier = await journal.earlier(principal, once);
    if (!earlier) await considered(deps, read, { number, body, by: principal, once });
    const of = { kind: 'referral', id } as const;
    const statement = await records.part('statement', Statement, of, number);
    const edition = policy.at(Temporal.Instant.from(now()));
    const shown = await shownStatement(deps, statement, read.permit, { lang, edition });
    return { status: 201, body: shown };
  };

type Considering = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
  readonly number: number;
};

async function considered(
  deps: Deps,
  read: ReadReferral,
  { number, body, by, once }: Considering,
): Promise<void> {
  const { records, journal, sealing, now, bytes } = deps;
  const all = await statementsOf(deps, read.referral.id);
  const statement = all.find((one) => one.number === number);
  if (!statement) throw new Refusal('not-found');
  const tasks = await Promise.all(statement.tasks.map(records.task));
  const clocks = await Promise.all(tasks.map(({ id }) => records.clocksOf({ kind: 'task', id })));
  const { outcome } = await sealing.forHub(statement, 'seal-anew');
  const words = {
    outcome: { ...outcome, considerations: [...(outcome?.considerations ?? []), body.note] },
  };
  const sealed = await sealing.seal(statement, words, statement.version + 1, statement.sealed);
  const decision = consider({
    referral: routedOnly(read.referral),
    all,
    number,
    tasks,
    clocks: clocks.flat(),
    isPerson: !hasRole(by, 'system'),
    by,
    at: now(),
    newEvent: () => newEventId(bytes),
    sealed,
  });
  const made = { number: String(number) };
  await journal.commit(decision, { by, once, made });
}
