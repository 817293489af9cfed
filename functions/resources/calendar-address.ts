import { createHash, randomBytes } from 'node:crypto';
import { ResourceId } from '../../shared/domain/ids.ts';
import type { Table } from '../../shared/store/table.ts';
import { type Key, putIfAbsent, remove, type Write } from '../../shared/store/write.ts';

/** The hub keeps the hash alone: a copy of its table opens no calendar. */
export const hashOf = (address: string): string =>
  createHash('sha256').update(address).digest('base64url');

const key = (hash: string): Key => ({ pk: `CALENDAR#${hash}`, sk: 'STATE' });

export const newAddress = (): string => randomBytes(32).toString('base64url');

/** The addresses under which calendars are read. */
export const calendarAddresses = (table: Pick<Table, 'get'>) => ({
  async find(address: string): Promise<ResourceId | undefined> {
    const item = await table.get(key(hashOf(address)));
    return item && ResourceId.parse(item.resource);
  },
  opened: (hash: string, resource: ResourceId): Write =>
    putIfAbsent('calendar', { ...key(hash), what: 'calendar', resource }),
  closed: (hash: string): Write => remove('calendar', key(hash)),
});
export type CalendarAddresses = ReturnType<typeof calendarAddresses>;
