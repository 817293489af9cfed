import { Booking } from '../domain/booking/booking.ts';
import { DaySheet } from '../domain/booking/day-sheet.ts';
import { BookingId, InterviewId, type ResourceId } from '../domain/ids.ts';
import type { DayChange } from '../domain/resource/closing.ts';
import { Resource } from '../domain/resource/resource.ts';
import { Overtaken } from './journal.ts';
import { bookingById, bookingKey, dayKey, resourceKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Item, Key, Write } from './write.ts';

/** The days of one resource as its own agency changes them, and what is booked on them. */
export const resourceDays = (table: Pick<Table, 'get' | 'page' | 'getAll'>) => ({
  /** The resource itself, or nothing where nobody has made it up yet. */
  async resource(id: ResourceId): Promise<Resource | undefined> {
    const item = await table.get(resourceKey(id));
    return item && Resource.parse(item);
  },

  /** Its day sheets from a day on, by day; strongly consistent. */
  async from(resource: ResourceId, day: string): Promise<ReadonlyMap<string, DaySheet>> {
    const { pk, sk } = dayKey(resource, day);
    const items: Item[] = [];
    let start: Awaited<ReturnType<Table['page']>>['last'];
    do {
      const page = await table.page({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': 'DAY#9999' },
        ConsistentRead: true,
        ExclusiveStartKey: start && { ...start },
      });
      items.push(...page.items);
      start = page.last;
    } while (start);
    return new Map(items.map((item) => [String(item.day), DaySheet.parse(item)]));
  },

  /** One day of many sheets; those on which nothing was ever taken or closed are absent. */
  on: async (sheets: readonly string[], day: string): Promise<DaySheet[]> =>
    (await table.getAll(sheets.map((sheet) => dayKey(sheet, day)))).map((item) =>
      DaySheet.parse(item),
    ),

  /** Bookings that day sheets name. One that the index does not have yet is worth another look. */
  async bookings(ids: readonly string[]): Promise<Booking[]> {
    const keys = await keysOf(table, ids);
    if (keys.length < ids.length) throw new Overtaken();
    return bookingsAt(table, keys);
  },

  /** The same to be looked at: one that was made this moment is there at the next look. */
  bookingsSeen: async (ids: readonly string[]): Promise<Booking[]> =>
    bookingsAt(table, await keysOf(table, ids)),
});
export type ResourceDays = ReturnType<typeof resourceDays>;

const bookingsAt = async (table: Pick<Table, 'getAll'>, keys: readonly Key[]): Promise<Booking[]> =>
  (await table.getAll(keys)).map((item) => Booking.parse(item));

/** Where the bookings stand that the index has. */
async function keysOf(table: Pick<Table, 'page'>, ids: readonly string[]): Promise<Key[]> {
  const keys = await Promise.all(
    ids.map(async (id) => {
      const { items } = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': bookingById(BookingId.parse(id)) },
      });
      return items.map((item) => bookingKey(InterviewId.parse(item.gsi1sk), BookingId.parse(id)));
    }),
  );
  return keys.flat();
}

/**
 * Closes or opens a day, on condition that nobody has written its sheet since it was looked at: so
 * "goes on leave" and "gets booked" exclude each other.
 */
export function dayWrite(sheet: ResourceId, { day, closed, seen }: DayChange): Write {
  const key = dayKey(sheet, day);
  const names = { '#closed': 'closed', '#what': 'what', '#sheet': 'sheet', '#day': 'day' };
  const set = 'SET #what = :what, #sheet = :sheet, #day = :day';
  return {
    what: 'sheet',
    key,
    as: (TableName) => ({
      Update: {
        TableName,
        Key: { ...key },
        UpdateExpression: closed
          ? `${set}, #closed = :closed ADD version :one`
          : `${set} REMOVE #closed ADD version :one`,
        ConditionExpression: seen === undefined ? 'attribute_not_exists(pk)' : 'version = :seen',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: {
          ':what': 'sheet',
          ':sheet': sheet,
          ':day': day,
          ':one': 1,
          ...(closed && { ':closed': { by: closed } }),
          ...(seen !== undefined && { ':seen': seen }),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
  };
}
