import { Booking } from '../domain/booking/booking.ts';
import { type BookingId, type CaseId, InterviewId, type ResourceId } from '../domain/ids.ts';
import { Interview } from '../domain/interview/interview.ts';
import { Refusal } from '../domain/refusal.ts';
import { Resource } from '../domain/resource/resource.ts';
import { bookingKey, interviewKey, partitionOf, resourceKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

const found = (item: Item | undefined): Item => {
  if (!item) throw new Refusal('not-found');
  return item;
};

/** Reads visits, bookings and resources. Apart from records.ts: few functions need to load it. */
export const interviews = (table: Pick<Table, 'get' | 'getAll' | 'startingWith'>) => ({
  interview: async (id: InterviewId): Promise<Interview> =>
    Interview.parse(found(await table.get(interviewKey(id)))),

  /** The interviews of a case, in no order. */
  async ofCase(id: CaseId): Promise<Interview[]> {
    const links = await table.startingWith(partitionOf({ kind: 'case', id }), 'LINK#interview#');
    const items = await table.getAll(links.map((link) => interviewKey(InterviewId.parse(link.id))));
    return items.map((item) => Interview.parse(item));
  },

  /** The visits of the other children of the family. */
  async siblingsOf({ id, siblings }: Interview): Promise<Interview[]> {
    if (!siblings) return [];
    const of = partitionOf({ kind: 'interview', id: siblings.group });
    const links = await table.startingWith(of, 'LINK#sibling#');
    const all = new Set([siblings.group, ...links.map((link) => InterviewId.parse(link.id))]);
    const others = [...all].filter((one) => one !== id);
    return (await table.getAll(others.map(interviewKey))).map((item) => Interview.parse(item));
  },

  booking: async (interview: InterviewId, id: BookingId): Promise<Booking> =>
    Booking.parse(found(await table.get(bookingKey(interview, id)))),

  /** Every booking an interview ever had. */
  async bookingsOf(id: InterviewId): Promise<Booking[]> {
    const of = partitionOf({ kind: 'interview', id });
    return (await table.startingWith(of, 'BOOKING#')).map((item) => Booking.parse(item));
  },

  resource: async (id: ResourceId): Promise<Resource> =>
    Resource.parse(found(await table.get(resourceKey(id)))),
});
export type Interviews = ReturnType<typeof interviews>;
