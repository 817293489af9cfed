import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { AgencyId, InboundKeyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { Instant, text } from '../time.ts';
import { SealedBox } from '../webhook/endpoint.ts';

const common = {
  number: z.int().min(1),
  createdAt: Instant,
  /** Set when a newer one has taken its place: it is taken beside that until then. */
  until: Instant.optional(),
};

/** By what a signature is checked: a secret both sides have, or the public half of the sender's own. */
export const VerifyingKey = z.discriminatedUnion('scheme', [
  z.object({ ...common, scheme: z.literal('v1'), secret: SealedBox }),
  z.object({ ...common, scheme: z.literal('v1a'), public: z.string() }),
]);
export type VerifyingKey = z.infer<typeof VerifyingKey>;

/**
 * A door by which an agency's own system sends: what is signed with it is done by the account that
 * opened it, with whatever that account may do at that moment.
 */
export const InboundKey = z.object({
  what: z.literal('inbound-key'),
  id: InboundKeyId,
  agency: AgencyId,
  /** The account that opened it. */
  sub: z.string().min(1).max(128),
  version: z.int().min(1),
  keys: z.array(VerifyingKey).min(1),
  createdAt: Instant,
});
export type InboundKey = z.infer<typeof InboundKey>;

/** An agency may have this many: each is tried on whatever comes in. */
export const INBOUND_KEYS_MOST = 5;
/** So many may overlap in one of them. */
const OVERLAPPING_MOST = 3;

/** What a signature may be checked by at an instant: the newest, and what it replaces until its end. */
export const takenAt = ({ keys }: Pick<InboundKey, 'keys'>, at: string): VerifyingKey[] =>
  keys.filter(({ until }) => until === undefined || until > at);

/** The number of the key that comes next. */
export const nextNumber = ({ keys }: Pick<InboundKey, 'keys'>): number =>
  Math.max(...keys.map(({ number }) => number)) + 1;

/**
 * Puts a newer key in the place of the ones there are. They stay good beside it for the overlap, but
 * never for longer than they were; without an overlap only the new one is left, which is what to do
 * when one became known.
 */
export function rotated(
  inbound: InboundKey,
  next: VerifyingKey,
  { overlapDays, at }: { readonly overlapDays: number; readonly at: string },
): InboundKey {
  const ends = text(Temporal.Instant.from(at).add({ hours: 24 * overlapDays }));
  const older = takenAt(inbound, at)
    .map((key) => ({ ...key, until: key.until && key.until < ends ? key.until : ends }))
    .filter(({ until }) => until > at);
  if (older.length >= OVERLAPPING_MOST) throw new Refusal('too-many-inbound-keys');
  return { ...inbound, keys: [...older, next], version: inbound.version + 1 };
}
