import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.ts';
import { text } from '../time.ts';
import { type Scheme, type SigningKey, signingAt, type WebhookEndpoint } from './endpoint.ts';

/** Each webhook carries a signature of every key that signs: two schemes, three times over. */
export const KEYS_MOST = 6;
/** In days: how long what is replaced may sign beside what replaces it. */
export const OVERLAP_MOST = 7;

/** The ways in which an endpoint is signed to by its newest keys. */
export const schemesOf = ({ keys }: Pick<WebhookEndpoint, 'keys'>): Scheme[] => [
  ...new Set(keys.filter(({ until }) => until === undefined).map(({ scheme }) => scheme)),
];

/** The number of the key that comes next. */
export const nextNumber = ({ keys }: Pick<WebhookEndpoint, 'keys'>): number =>
  Math.max(0, ...keys.map(({ number }) => number)) + 1;

interface Rotation {
  readonly overlapDays: number;
  readonly at: string;
}

/**
 * New keys in the place of all there are, of whatever schemes. The old ones sign beside them for the
 * overlap, but never longer than they were to; without one only the new are left, which is what to do
 * when a secret became known. What has run out is dropped.
 */
export function rotated(
  endpoint: WebhookEndpoint,
  fresh: readonly SigningKey[],
  { overlapDays, at }: Rotation,
): WebhookEndpoint {
  const ends = text(Temporal.Instant.from(at).add({ hours: 24 * overlapDays }));
  const older = signingAt(endpoint, at)
    .map((key) => ({ ...key, until: key.until && key.until < ends ? key.until : ends }))
    .filter(({ until }) => until > at);
  const keys = [...older, ...fresh];
  if (keys.length > KEYS_MOST) throw new Refusal('too-many-keys');
  return { ...endpoint, keys, version: endpoint.version + 1 };
}
