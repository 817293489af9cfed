import type { AgencyId, InboundKeyId } from '../domain/ids.ts';
import { InboundKey } from '../domain/inbound/inbound-key.ts';
import { inboundKeyKey } from './keys.ts';
import type { Table } from './table.ts';
import { putIfAbsent, putOver, removeVersion, type Write } from './write.ts';

/** The doors of an agency's own systems into the hub. */
export const inboundKeys = (table: Pick<Table, 'get' | 'startingWith'>) => ({
  async of(agency: AgencyId): Promise<InboundKey[]> {
    const items = await table.startingWith(`INBOUND#${agency}`, 'ink_');
    return items.map((item) => InboundKey.parse(item));
  },

  async find(agency: AgencyId, id: InboundKeyId): Promise<InboundKey | undefined> {
    const item = await table.get(inboundKeyKey(agency, id));
    return item && InboundKey.parse(item);
  },

  /** Over the version it came from; a first one where nothing stands. */
  write(key: InboundKey): Write {
    const item = { ...inboundKeyKey(key.agency, key.id), ...key };
    if (key.version === 1) return putIfAbsent('inbound-key', item);
    return putOver('inbound-key', item, key.version - 1);
  },

  removal: ({ agency, id, version }: InboundKey): Write =>
    removeVersion('inbound-key', inboundKeyKey(agency, id), version),
});
export type InboundKeys = ReturnType<typeof inboundKeys>;
