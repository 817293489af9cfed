import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import {
  warningInBrief,
  warningSubject,
  warningText,
} from '../../shared/domain/call/endpoint-text.ts';
import { newsOf, ownerWarned } from '../../shared/domain/call/owner-warned.ts';
import { dialled } from '../../shared/domain/call/whom.ts';
import { type AgencyId, newEventId } from '../../shared/domain/ids.ts';
import { type EndpointMessage, OWNER_CONSUMER } from '../../shared/domain/journal/call-messages.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { Channels } from '../../shared/platform/channels/channels.ts';
import type { EndpointContacts } from '../../shared/platform/endpoint-contacts.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { WaitingTasks } from '../../shared/store/waiting-tasks.ts';
import { whomNow } from './whom-now.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'sealing' | 'journal' | 'access' | 'policy' | 'now' | 'bytes'
> & {
  readonly endpoints: Pick<Endpoints, 'find'>;
  readonly contacts: Pick<EndpointContacts, 'open'>;
  readonly waiting: Pick<WaitingTasks, 'urgent'>;
  readonly callUnreached: (agency: AgencyId) => Promise<void>;
  readonly channels: Channels;
  readonly hubUrl: string;
};

/**
 * An endpoint does not answer, or is switched off. Its urgent work is called for first where nothing
 * will be delivered any more; then whoever looks after the endpoint hears of it, and the agency too.
 */
export const warnOwner =
  (deps: Deps) =>
  async (owed: EndpointMessage): Promise<void> => {
    const { journal, endpoints, now, bytes } = deps;
    const settled = { event: owed.event, consumer: OWNER_CONSUMER };
    if (!(await journal.owes(settled))) return;
    if (owed.news === 'disabled') await deps.callUnreached(owed.agency);
    const endpoint = await endpoints.find(owed.agency, owed.endpoint);
    const news = endpoint && newsOf(owed, endpoint);
    if (!news) return journal.settle([settled]);
    const texts = await textsOf(deps, owed, news);
    const told = await tell(deps, owed, await toTell(deps, endpoint), texts);
    if (told.length === 0) nobody(owed);
    const warned = { owed, id: newEventId(bytes), at: now(), news, told };
    await journal.commit(ownerWarned(warned), { settles: [settled] });
    logger.info('owner warned', { event: owed.event, endpoint: endpoint.id, news, told });
  };

interface Texts {
  readonly mail: string;
  readonly sms: string;
}

async function textsOf(
  { waiting, policy, now, hubUrl }: Deps,
  { agency, endpoint: id, since, at }: EndpointMessage,
  news: NonNullable<ReturnType<typeof newsOf>>,
): Promise<Texts> {
  const { zone } = policy.at(Temporal.Instant.from(now())).calendar;
  const { length } = await waiting.urgent(agency);
  const said = { news, endpoint: { id }, since: since ?? at, waiting: length, hubUrl, zone };
  return { mail: warningText(said), sms: warningInBrief(said) };
}

interface Addressee {
  readonly who: 'contact' | 'duty';
  readonly mail?: string | undefined;
  readonly phone?: string | undefined;
}

/** The contact the owner named, and whoever is on duty at the agency or heads it; each once. */
async function toTell(deps: Deps, endpoint: WebhookEndpoint): Promise<Addressee[]> {
  const contact = await deps.contacts.open(endpoint);
  const { callee } = await whomNow(deps, { agency: endpoint.agency, role: 'holder-duty' });
  const duty = callee?.person;
  const same = duty && (contact?.mail ? contact.mail === duty.mail : contact?.phone === duty.phone);
  return [
    ...(contact ? [{ who: 'contact' as const, ...contact }] : []),
    ...(duty && !same ? [{ who: 'duty' as const, mail: duty.mail, phone: duty.phone }] : []),
  ];
}

/**
 * Each by mail, or by text message where there is no address. One who was told is enough: what a
 * provider did not take from the other is not worth telling the first one twice.
 */
async function tell(
  { channels, access, policy, now }: Deps,
  { event, agency, at }: EndpointMessage,
  addressees: readonly Addressee[],
  texts: Texts,
): Promise<string[]> {
  for (const { who, mail } of addressees) {
    const way = channels.mail && mail ? 'mail' : 'sms';
    const sending = {
      why: 'warns-endpoint-owner',
      sub: 'calls',
      way,
      to: who,
      agency,
      at,
    } as const;
    const subject = { kind: 'agency', id: agency } as const;
    await access.sent({ ...sending, subject, id: `${event}-${who}` });
  }
  const done = await Promise.allSettled(addressees.map((one) => send(channels, one, texts)));
  const told = done.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  const failed = done.find((one) => one.status === 'rejected');
  if (told.length > 0 || !failed) return told;
  const { giveUpAfter } = policy.at(Temporal.Instant.from(now())).calls;
  if (Date.parse(now()) - Date.parse(at) < giveUpAfter.minutes * 60_000) throw failed.reason;
  return [];
}

async function send(
  channels: Channels,
  { who, mail, phone }: Addressee,
  texts: Texts,
): Promise<string | undefined> {
  if (channels.mail && mail) {
    await channels.mail(mail, warningSubject, texts.mail);
    return `${who}-mail`;
  }
  const number = phone && dialled(phone);
  if (!number) return undefined;
  await channels.sms(number, texts.sms);
  return `${who}-sms`;
}

function nobody({ event, agency }: EndpointMessage): void {
  logger.error('NobodyToTell', { event, agency });
  metrics.singleMetric().addMetric('NobodyToTell', MetricUnit.Count, 1);
}
