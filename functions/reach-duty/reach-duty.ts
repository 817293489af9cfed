import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import type { CallResult } from '../../shared/domain/call/call.ts';
import { callMade } from '../../shared/domain/call/call-made.ts';
import { dialled, type Whom, whomToCall } from '../../shared/domain/call/whom.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { CALL_CONSUMER, type CallMessage } from '../../shared/domain/journal/messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { OwedCall } from '../../shared/store/owed-call.ts';
import type { SendCall } from './send-call.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now' | 'bytes'> & {
  readonly owedCall: (message: CallMessage) => Promise<OwedCall>;
  readonly records: Pick<VaultedStore['records'], 'roster'>;
  readonly journal: Pick<VaultedStore['journal'], 'settle' | 'commit'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'open'>;
  readonly send: SendCall;
  /** Called where the national desk has nobody on duty; may be empty. */
  readonly deskPhone: string;
};

/**
 * Reaches whoever of an agency is on duty at this moment. The outbox item goes with the record of the
 * call: until then it comes back every minute, so a person may be called twice but never not at all.
 */
export const reachDuty =
  (deps: Deps) =>
  async (owed: CallMessage): Promise<void> => {
    const { journal, policy, now, bytes } = deps;
    const settled = { event: owed.event, consumer: CALL_CONSUMER };
    const look = await deps.owedCall(owed);
    if (!look.owed) return;
    if (look.answered) return journal.settle([settled]);
    const edition = policy.at(Temporal.Instant.from(now()));
    const national = nationalDesk(edition).desk.id;
    const { shut } = look;
    const reached = shut?.excluded.includes(owed.agency)
      ? SHUT
      : await reach(deps, owed, edition, {
          isLast: owed.agency === national,
          conflicted: shut?.conflicted ?? [],
        });
    const made = { owed, id: newEventId(bytes), at: now(), national, ...reached };
    await journal.commit(callMade(made), { settles: [settled] });
    const { event, agency, role, by } = owed;
    logger.info('called', { event, agency, role, by, ...reached });
  };

type Reached = Pick<Parameters<typeof callMade>[0], 'result' | 'as' | 'gap'>;

/** Whoever is on duty there; at the national desk, after whom there is nobody, its own number last. */
async function reach(
  deps: Deps,
  owed: CallMessage,
  edition: Edition,
  { isLast, conflicted }: { readonly isLast: boolean; readonly conflicted: readonly string[] },
): Promise<Reached> {
  const { gap, callee } = await whomNow(deps, owed, conflicted);
  if (gap) count('NobodyOnDuty', owed);
  const desk = isLast ? dialled(deps.deskPhone) : undefined;
  const phone = callee ? dialled(callee.person.phone) : desk;
  if (!phone) return { result: 'nobody-on-duty', as: undefined, gap };
  const line = { phone, mail: callee?.person.mail, isLast };
  return { result: await tried(deps, owed, edition, line), as: callee?.as ?? 'desk', gap };
}

/**
 * An agency that employs an alleged perpetrator gets nothing of this child: the national duty officer
 * is called instead.
 */
const SHUT: Reached = { result: 'not-called', as: undefined, gap: true };

async function whomNow(
  { records, sealing, now }: Deps,
  owed: CallMessage,
  conflicted: readonly string[],
): Promise<Whom> {
  const roster = await records.roster(owed.agency);
  const outcome = roster && (await sealing.open(roster, ['outcome'])).outcome;
  const people = outcome?.duty ?? [];
  return whomToCall(owed.role, now(), { roster, people, head: outcome?.head, conflicted });
}

interface Line {
  readonly phone: string;
  readonly mail: string | undefined;
  /** There is nobody after the national duty officer: that call is tried without end. */
  readonly isLast: boolean;
}

async function tried(
  { send, now }: Deps,
  owed: CallMessage,
  { calls }: Edition,
  { phone, mail, isLast }: Line,
): Promise<CallResult> {
  const { by, referral, at } = owed;
  try {
    return await send({ by, phone, mail, referral, callBack: calls.callBack.number });
  } catch (error) {
    const tryingMs = Date.parse(now()) - Date.parse(at);
    if (isLast || tryingMs < calls.giveUpAfter.minutes * 60_000) throw error;
    count('CallsGivenUp', owed);
    return 'given-up';
  }
}

/** Written out at once: the alarm must not wait for what may still fail. */
function count(
  metric: 'NobodyOnDuty' | 'CallsGivenUp',
  { event, agency, role }: CallMessage,
): void {
  logger.error(metric, { event, agency, role });
  metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1);
}
