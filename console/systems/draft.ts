import type * as z from 'zod';
import type { Request } from '../../shared/contract/client.ts';
import type {
  createEndpoint,
  EndpointView,
  getEndpoint,
  rotateEndpoint,
} from '../../shared/contract/partners.ts';
import type { EventType } from '../../shared/domain/journal/event.ts';

export type Endpoint = z.output<typeof EndpointView>;
export type Health = z.output<(typeof getEndpoint)['answers'][200]>['health'];
export type Signing = NonNullable<Request<typeof rotateEndpoint>['body']['scheme']>;

/** As many as one endpoint may name; beyond that it wants everything. */
export const EVENTS_MOST = 60;

/** An endpoint as somebody writes it down. */
export interface EndpointDraft {
  readonly url: string;
  readonly description: string;
  readonly mail: string;
  readonly phone: string;
  readonly which: 'all' | 'some';
  readonly events: readonly EventType[];
  readonly scheme: Signing;
  readonly perSecond: string;
  readonly atOnce: string;
}

export const emptyEndpoint: EndpointDraft = {
  url: '',
  description: '',
  mail: '',
  phone: '',
  which: 'all',
  events: [],
  scheme: 'v1',
  perSecond: '20',
  atOnce: '5',
};

/** One that is there, to be changed as a whole. */
export function draftOf({ url, description, contact, events, limits }: Endpoint): EndpointDraft {
  const named = events.filter((one) => one !== '*');
  return {
    ...emptyEndpoint,
    url,
    description: description ?? '',
    mail: contact?.mail ?? '',
    phone: contact?.phone ?? '',
    which: named.length < events.length ? 'all' : 'some',
    events: named,
    perSecond: String(limits.perSecond),
    atOnce: String(limits.atOnce),
  };
}

const isWithin = (written: string, most: number): boolean =>
  /^\d{1,3}$/.test(written) && Number(written) >= 1 && Number(written) <= most;

/** What has to be written before it can be sent, by field. */
export function missing(draft: EndpointDraft): ReadonlySet<keyof EndpointDraft> {
  const named = draft.events.length;
  const wrong: Partial<Record<keyof EndpointDraft, boolean>> = {
    url: draft.url.trim() === '',
    events: draft.which === 'some' && (named === 0 || named > EVENTS_MOST),
    perSecond: !isWithin(draft.perSecond, 50),
    atOnce: !isWithin(draft.atOnce, 20),
  };
  return new Set(
    (Object.keys(wrong) as (keyof EndpointDraft)[]).filter((field) => wrong[field] === true),
  );
}

/** What its owner decides about it; what was left empty is left out. */
export function wishOf(draft: EndpointDraft) {
  const [description, mail, phone] = [draft.description, draft.mail, draft.phone].map((one) =>
    one.trim(),
  );
  return {
    url: draft.url.trim(),
    ...(description && { description }),
    ...((mail || phone) && { contact: { ...(mail && { mail }), ...(phone && { phone }) } }),
    limits: { perSecond: Number(draft.perSecond), atOnce: Number(draft.atOnce) },
    events: draft.which === 'all' ? ['*' as const] : [...draft.events],
  };
}

export const toBody = (draft: EndpointDraft): Request<typeof createEndpoint>['body'] => ({
  ...wishOf(draft),
  scheme: draft.scheme,
});
