import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { digestSent } from '../../shared/domain/call/digest.ts';
import { digestInBrief, digestSubject, digestText } from '../../shared/domain/call/digest-text.ts';
import { dialled } from '../../shared/domain/call/whom.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { DIGEST_CONSUMER, type DigestMessage } from '../../shared/domain/journal/call-messages.ts';
import type { Subject } from '../../shared/domain/journal/event.ts';
import { hearsOfTasks } from '../../shared/domain/webhook/hears.ts';
import type { Channels } from '../../shared/platform/channels/channels.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { TaskWaiting, WaitingTasks } from '../../shared/store/waiting-tasks.ts';
import { whomNow } from './whom-now.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'sealing' | 'journal' | 'access' | 'exclusions' | 'policy' | 'now' | 'bytes'
> & {
  readonly waiting: Pick<WaitingTasks, 'toTell'>;
  readonly endpoints: Pick<Endpoints, 'of'>;
  readonly channels: Channels;
  readonly hubUrl: string;
};

/**
 * Tells an agency without a system what waits there for a person: whoever is on duty, else whoever
 * heads it; by mail, or where there is no address the count by text message. What was received since
 * it was owed is left out, and nothing to tell is no mail.
 */
export const sendDigest =
  (deps: Deps) =>
  async (owed: DigestMessage): Promise<void> => {
    const { journal, endpoints, now, bytes } = deps;
    const settled = { event: owed.event, consumer: DIGEST_CONSUMER };
    if (!(await journal.owes(settled))) return;
    const settles = [settled];
    const tasks = await toTell(deps, owed);
    const hasSystem = tasks.length > 0 && (await endpoints.of(owed.agency)).some(hearsOfTasks);
    if (tasks.length === 0 || hasSystem) return journal.settle(settles);
    const told = await tell(deps, owed, tasks);
    if (!told) return journal.settle(settles);
    const sent = { owed, id: newEventId(bytes), at: now(), tasks: tasks.length, ...told };
    await journal.commit(digestSent(sent), { settles });
    count('DigestsSent');
    logger.info('digest', { event: owed.event, agency: owed.agency, tasks: tasks.length, ...told });
  };

/** Asked at this moment whether the agency may still know of each. */
async function toTell(
  { waiting, exclusions }: Deps,
  { agency }: DigestMessage,
): Promise<TaskWaiting[]> {
  const tasks = await waiting.toTell(agency);
  const shut = await exclusions.of(tasks.map(({ referral }) => referral));
  return tasks.filter(({ referral }) => !shut.get(referral)?.excluded.includes(agency));
}

type Told = Pick<Parameters<typeof digestSent>[0], 'way' | 'as'>;

async function tell(
  deps: Deps,
  owed: DigestMessage,
  tasks: readonly TaskWaiting[],
): Promise<Told | undefined> {
  const { event, agency } = owed;
  const { channels, policy, hubUrl, now } = deps;
  const { callee } = await whomNow(deps, { agency, role: 'holder-duty' });
  const phone = callee && dialled(callee.person.phone);
  if (!callee || !phone) {
    logger.error('NobodyToTell', { event, agency });
    count('NobodyToTell');
    return undefined;
  }
  const { mail } = callee.person;
  await journalled(deps, owed, tasks, channels.mail && mail ? 'mail' : 'sms');
  const { length } = tasks;
  if (!channels.mail || !mail) {
    await channels.sms(phone, digestInBrief(length, hubUrl));
    return { way: 'sms', as: callee.as };
  }
  const edition = policy.at(Temporal.Instant.from(now()));
  await channels.mail(mail, digestSubject(length), digestText(tasks, { hubUrl, edition }));
  return { way: 'mail', as: callee.as };
}

/** With each referral of which a mail says that work waits for it; a text message says how much does. */
async function journalled(
  { access }: Deps,
  { event, agency, at }: DigestMessage,
  tasks: readonly TaskWaiting[],
  way: 'mail' | 'sms',
): Promise<void> {
  const of = { why: 'tells-what-waits', sub: 'calls', way, to: 'holder-duty', agency, at } as const;
  const told: Subject[] =
    way === 'mail'
      ? [...new Set(tasks.map(({ referral }) => referral))].map((id) => ({ kind: 'referral', id }))
      : [{ kind: 'agency', id: agency }];
  for (const subject of told) await access.sent({ ...of, subject, id: `${event}-${subject.id}` });
}

function count(metric: 'DigestsSent' | 'NobodyToTell'): void {
  metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1);
}
