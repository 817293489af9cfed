import type { EventType } from '../journal/event.ts';
import type { Delivery, DeliveryStatus } from './delivery.ts';

/** Which deliveries of an endpoint somebody looks for. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus | undefined;
  readonly type?: EventType | undefined;
  /** The id of what it was about. */
  readonly subject?: string | undefined;
  /** When it happened: from then on, and before. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether a delivery is looked for. */
export const isLookedFor = (
  { status, type, subject, at = '' }: Delivery,
  filter: DeliveryFilter,
): boolean =>
  (filter.status === undefined || filter.status === status) &&
  (filter.type === undefined || filter.type === type) &&
  (filter.subject === undefined || filter.subject === subject.id) &&
  (filter.from === undefined || at >= filter.from) &&
  (filter.to === undefined || at < filter.to);

/** What is sent again: a part of the feed, or all that has not arrived in some way. */
export type ReplayWish =
  | { readonly sequences: { readonly from: number; readonly to: number } }
  | { readonly times: { readonly from: string; readonly to: string } }
  | { readonly neverAttempted: true }
  | { readonly status: 'parked' | 'given-up' };

/** Whether a delivery is among those that are to be sent again. */
export function isWished(delivery: Delivery, wish: ReplayWish): boolean {
  if ('times' in wish) return isLookedFor(delivery, wish.times);
  if ('status' in wish) return delivery.status === wish.status;
  if ('neverAttempted' in wish) return delivery.attempts.length === 0;
  const { from, to } = wish.sequences;
  return delivery.sequence >= from && delivery.sequence <= to;
}
