import * as z from 'zod';
import { AgencyId, EndpointId } from '../ids.ts';
import { EventType, type Subject } from '../journal/event.ts';
import { line, Phone } from '../text.ts';
import { Instant } from '../time.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** A text that only the vault opens: its key, and the box. */
export const SealedBox = z.object({ box: Bytes });
export type SealedBox = z.infer<typeof SealedBox>;

/** How webhooks are signed: HMAC-SHA256 or Ed25519 (Standard Webhooks 1.0). */
export const Scheme = z.enum(['v1', 'v1a']);
export type Scheme = z.infer<typeof Scheme>;

/** One key of an endpoint; while two overlap, each webhook carries a signature of both. */
export const SigningKey = z.object({
  number: z.int().min(1),
  scheme: Scheme,
  /** `whsec_…` or `whsk_…`, sealed. */
  secret: SealedBox,
  /** `whpk_…`, by which the receiver verifies `v1a`. */
  public: z.string().optional(),
  createdAt: Instant,
  /** Set when a newer key has taken its place: it signs beside it until then. */
  until: Instant.optional(),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** How much an endpoint can bear; its owner says so. */
export const Limits = z.strictObject({
  perSecond: z.int().min(1).max(50),
  atOnce: z.int().min(1).max(20),
});
export type Limits = z.infer<typeof Limits>;
export const USUAL_LIMITS: Limits = { perSecond: 20, atOnce: 5 };

/**
 * Where an agency wants to be woken, and for what. Nothing real is sent before it has proved that
 * the address is its own, nor while it is disabled; all of it stays in the feed.
 */
export const WebhookEndpoint = z.object({
  what: z.literal('endpoint'),
  id: EndpointId,
  agency: AgencyId,
  version: z.int().min(1),
  url: z.string(),
  events: z.array(z.union([z.literal('*'), EventType])),
  description: z.string().optional(),
  /** Whom to tell when it fails: mail and telephone, sealed. */
  contact: SealedBox.optional(),
  /** The version of the payload it is served. */
  payload: z.literal(1),
  keys: z.array(SigningKey).min(1),
  limits: Limits,
  state: z.enum(['unproven', 'active', 'disabled']),
  disabled: z.object({ at: Instant, because: z.enum(['owner', 'gone', 'failing']) }).optional(),
  /** The proof that the address belongs to the agency: a token sent there has to come back. */
  proof: z.object({ token: z.string(), tries: z.int().min(0), provedAt: Instant.optional() }),
  createdAt: Instant,
  /** When the minute looks after it: the proof is asked for again, or what waits is put aside. */
  next: Instant.optional(),
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

/** Words that say which endpoint it is. */
export const Description = line(200);

/** Whom to tell, by another way, that the endpoint does not answer. */
export const EndpointContact = z
  .strictObject({ mail: z.email().max(254).optional(), phone: Phone.optional() })
  .refine(({ mail, phone }) => mail !== undefined || phone !== undefined, {
    error: 'mail-or-phone-missing',
  });
export type EndpointContact = z.infer<typeof EndpointContact>;

/** An agency may have this many: each entry of its feed is delivered to every one of them. */
export const ENDPOINTS_MOST = 5;

/** The keys that sign at an instant: the newest, and those it replaces until their time is over. */
export const signingAt = ({ keys }: Pick<WebhookEndpoint, 'keys'>, at: string): SigningKey[] =>
  keys.filter(({ until }) => until === undefined || until > at);

/** What there is to be told, as far as it decides who wants to know. */
interface News {
  readonly type: EventType;
  readonly subject: Subject;
}

/**
 * Whether an endpoint is told of something. News of endpoints stands in the agency's feed; by webhook
 * it goes only where it was asked for by name, and never to the endpoint that it is about: the news
 * that it does not answer would not arrive, and what that brings about would be news again.
 */
export function wants({ id, events }: Pick<WebhookEndpoint, 'id' | 'events'>, news: News): boolean {
  const { type, subject } = news;
  if (subject.kind === 'endpoint') return subject.id !== id && events.includes(type);
  return events.includes('*') || events.includes(type);
}
