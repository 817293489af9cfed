import { Temporal } from 'temporal-polyfill';
import type { WebhookEndpoint } from '../webhook/endpoint.ts';

/** What the owner of an endpoint is told; `gone`: it answered 410 by itself. */
export type EndpointNews = 'unproven' | 'failing' | 'gone' | 'switched-off';

const WORDS: Readonly<Record<EndpointNews, { readonly ka: string; readonly en: string }>> = {
  unproven: {
    ka: 'ვერ დადასტურდა, რომ ვებჰუკის მისამართი თქვენია. სანამ ასეა, იქ არაფერი იგზავნება.',
    en: 'Your webhook endpoint did not prove that it is yours. Until it does, nothing is sent there.',
  },
  failing: {
    ka: 'თქვენი ვებჰუკის მისამართი არ პასუხობს. თუ ასე გაგრძელდა, გაითიშება.',
    en: 'Your webhook endpoint does not answer. If that goes on, it will be switched off.',
  },
  gone: {
    ka: 'თქვენმა ვებჰუკის მისამართმა უპასუხა, რომ აღარ არსებობს (410), და გაითიშა.',
    en: 'Your webhook endpoint answered that it is gone (410) and was switched off.',
  },
  'switched-off': {
    ka: 'თქვენი ვებჰუკის მისამართი დიდხანს არ პასუხობდა და გაითიშა.',
    en: 'Your webhook endpoint did not answer for long and was switched off.',
  },
};

interface Warning {
  readonly news: EndpointNews;
  readonly endpoint: Pick<WebhookEndpoint, 'id'>;
  readonly since: string;
  /** How many urgent tasks of the agency no person has received. */
  readonly waiting: number;
  /** Where people open the hub; ends with a slash. */
  readonly hubUrl: string;
  readonly zone: string;
}

export const warningSubject = 'Ertad: ვებჰუკის მისამართი / Webhook endpoint';

const logOf = ({ endpoint, hubUrl }: Pick<Warning, 'endpoint' | 'hubUrl'>): string =>
  `${hubUrl}v1/webhook-endpoints/${endpoint.id}/deliveries`;

/** What happens, since when, how much urgent work waits for a person, and where the log is. */
export function warningText(warning: Warning): string {
  const { news, since, waiting, zone } = warning;
  const from = Temporal.Instant.from(since).toZonedDateTimeISO(zone);
  const [day, time] = [from.toPlainDate(), from.toPlainTime().toString({ smallestUnit: 'minute' })];
  return [
    WORDS[news].ka,
    `დაიწყო: ${day} ${time}. გადაუდებელი ამოცანები, რომლებიც ჯერ არავის მიუღია: ${waiting}. ამოცანები ლენტაში რჩება და მორიგეს ეცნობება.`,
    WORDS[news].en,
    `Since ${day} ${time}. Urgent tasks nobody has received yet: ${waiting}. All tasks stay in the feed, and whoever is on duty is told.`,
    logOf(warning),
  ].join('\n\n');
}

/** One text message of at most 70 signs: what it is about, and how much urgent work waits. */
export const warningInBrief = ({ waiting }: Pick<Warning, 'waiting'>): string =>
  `ვებჰუკი არ მუშაობს / Webhook endpoint down\nგადაუდებელი / urgent: ${waiting}`;
