import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import type { CallResult } from '../../shared/domain/call/call.ts';
import { callMade } from '../../shared/domain/call/call-made.ts';
import { dialled } from '../../shared/domain/call/whom.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { CallMessage } from '../../shared/domain/journal/call-messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { hearsOfTasks } from '../../shared/domain/webhook/hears.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { consumerOf, type OwedCall } from '../../shared/store/owed-call.ts';
import type { SendCall } from './send-call.ts';
import { whomNow } from './whom-now.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now' | 'bytes'> & {
  readonly access: Pick<VaultedStore['access'], 'sent'>;
  readonly owedCall: (message: CallMessage) => Promise<OwedCall>;
  readonly records: Pick<VaultedStore['records'], 'roster'>;
  readonly journal: Pick<VaultedStore['journal'], 'settle' | 'commit'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'forHub'>;
  readonly endpoints: Pick<Endpoints, 'of'>;
  readonly send: SendCall;
  /** Whether this deployment sends mails. */
  readonly mails: boolean;
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
    const settled = { event: owed.event, consumer: consumerOf(owed) };
    const look = await deps.owedCall(owed);
    if (!look.owed) return;
    if (look.answered) return journal.settle([settled]);
    const edition = policy.at(Temporal.Instant.from(now()));
    const national = nationalDesk(edition).desk.id;
    const reached = await reachUnlessShut(deps, owed, edition, look);
    if (!reached) return journal.settle([settled]);
    const { result, as, gap, mailed } = reached;
    const beside = mailed === true && (await mailsBeside(deps, owed, look));
    const made = { owed, id: newEventId(bytes), at: now(), national, result, as, gap, beside };
    await journal.commit(callMade(made), { settles: [settled] });
    const { event, agency, role, by, why } = owed;
    logger.info('called', { event, agency, role, by, why, result, as, gap, beside });
  };

type Reached = Pick<Parameters<typeof callMade>[0], 'result' | 'as' | 'gap'> & {
  /** Whoever was reached has a mail address as well. */
  readonly mailed?: boolean;
};

/** An agency of which no system hears of new tasks gets a mail beside the text message. */
async function mailsBeside(
  { endpoints, mails }: Deps,
  { why, by, agency }: CallMessage,
  { mayHaveEndpoint }: OwedCall,
): Promise<boolean> {
  if (!mails || why !== 'announced' || by === 'mail') return false;
  return !mayHaveEndpoint || !(await endpoints.of(agency)).some(hearsOfTasks);
}

const reachUnlessShut = async (
  deps: Deps,
  owed: CallMessage,
  edition: Edition,
  { shut }: OwedCall,
): Promise<Reached | undefined> =>
  shut?.excluded.includes(owed.agency) ? SHUT : reach(deps, owed, edition, shut?.conflicted ?? []);

/**
 * Whoever is on duty there; at the national desk, after whom there is nobody, its own number last.
 * Nothing where a mail beside a text message has no address to go to.
 */
async function reach(
  deps: Deps,
  owed: CallMessage,
  edition: Edition,
  conflicted: readonly string[],
): Promise<Reached | undefined> {
  const { gap, callee } = await whomNow(deps, owed, conflicted);
  const mail = callee?.person.mail;
  if (owed.beside && !mail) return undefined;
  const isLast = owed.agency === nationalDesk(edition).desk.id && !owed.beside;
  const desk = isLast ? dialled(deps.deskPhone) : undefined;
  const phone = callee ? dialled(callee.person.phone) : desk;
  if (gap) countGap(owed);
  if (!phone) {
    if (owed.why === 'unreached') count('NobodyToTell', owed);
    return { result: 'nobody-on-duty', as: undefined, gap };
  }
  const result = await tried(deps, owed, edition, { phone, mail, isLast });
  return { result, as: callee?.as ?? 'desk', gap, mailed: mail !== undefined };
}

/** Work that can wait goes out by mail: nobody need be there at that moment. */
function countGap(owed: CallMessage): void {
  if (owed.by !== 'mail') count('NobodyOnDuty', owed);
}

/**
 * An agency that employs an alleged perpetrator gets nothing of this child: the national duty officer
 * is called instead.
 */
const SHUT: Reached = { result: 'not-called', as: undefined, gap: true };

/** For the journal of access, before anything goes out: to whom of which agency, and why. */
const sendingOf = (owed: CallMessage): Parameters<Deps['access']['sent']>[0] => ({
  ...{ why: 'calls-who-answers', sub: 'calls', way: owed.by, to: owed.role },
  ...{ subject: { kind: 'referral', id: owed.referral }, agency: owed.agency, at: owed.at },
  id: `${owed.event}-${consumerOf(owed)}`,
});

interface Line {
  readonly phone: string;
  readonly mail: string | undefined;
  /** There is nobody after the national duty officer: that call is tried without end. */
  readonly isLast: boolean;
}

async function tried(
  { access, send, now }: Deps,
  owed: CallMessage,
  { calls }: Edition,
  { phone, mail, isLast }: Line,
): Promise<CallResult> {
  const { by, referral, at } = owed;
  await access.sent(sendingOf(owed));
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
  metric: 'NobodyOnDuty' | 'CallsGivenUp' | 'NobodyToTell',
  { event, agency, role }: CallMessage,
): void {
  logger.error(metric, { event, agency, role });
  metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1);
}
