import type { FeedDigest } from '../../shared/domain/feed/digest.ts';
import type { FeedPosition } from '../../shared/domain/feed/position.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { linkOf } from '../../shared/domain/webhook/payload.ts';
import type { FeedEntry } from '../../shared/store/feed.ts';

/** An entry as its agency sees it; the referral it belongs to is for the hub's own rules. */
export const itemView = (entry: FeedEntry) => {
  const { sequence, event: id, type, subject, at, deadline, urgency } = entry;
  const links = { subject: linkOf(subject, type) };
  return { sequence, id, type, subject, at, deadline, urgency, links };
};

/** Where an agency stands in its feed, before the first move as well. */
export const positionView = (
  agency: AgencyId,
  position: Pick<FeedPosition, 'sequence' | 'version' | 'at'> | undefined,
  last: number,
) => {
  const { sequence = 0, version = 0, at } = position ?? {};
  const links = { feed: `/v1/feed?after=${sequence}` };
  return { agency, sequence, last, version, at, links };
};

export const digestView = (
  { day, count, first, last, hash }: Omit<FeedDigest, 'what' | 'agency'>,
  final: boolean,
) => ({
  day,
  final,
  count,
  first,
  last,
  hash,
  links: { entries: `/v1/feed?after=${first === undefined ? last : first - 1}` },
});
