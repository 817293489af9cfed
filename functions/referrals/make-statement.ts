import { Temporal } from 'temporal-polyfill';
import type { makeStatement as contract } from '../../shared/contract/statements.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Statement, state } from '../../shared/domain/referral/statement.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { shownStatement, statementsOf } from './statements.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** What a referrer says of a referral that nobody takes back goes to people; it stops nothing. */
export const makeStatement =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'statement.make' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await stated(deps, read, { body, by: principal, once }));
    const of = { kind: 'referral', id } as const;
    const statement = await records.part('statement', Statement, of, Number(made.number));
    const edition = policy.at(Temporal.Instant.from(now()));
    const shown = await shownStatement(deps, statement, read.permit, { lang, edition });
    return { status: 201, body: shown };
  };

type Stating = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function stated(deps: Deps, read: ReadReferral, { body, by, once }: Stating): Promise<Made> {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const referral = routedOnly(read.referral);
  const opened = referral.case ? await records.case(referral.case) : undefined;
  const earlier = await statementsOf(deps, referral.id);
  const of = { kind: 'referral', id: referral.id } as const;
  const number = nextNumber(earlier);
  const place = { what: 'statement', of, number, file: referral.file } as const;
  const sealed = await sealing.seal(place, { outcome: { note: body.text } });
  const at = now();
  const decision = state(
    {
      referral,
      case: opened,
      earlier,
      kind: body.kind,
      by,
      at,
      newEvent: () => newEventId(bytes),
      newTask: () => newTaskId(bytes),
      sealed,
    },
    policy.at(Temporal.Instant.from(at)),
  );
  const made = { number: String(number) };
  const before = await journal.commit(decision, { by, once, made });
  return before ?? made;
}
