import * as z from 'zod';
import { EndpointId } from '../domain/ids.ts';
import { DeliveryStatus } from '../domain/webhook/delivery.ts';
import { deliveryKey } from './keys.ts';
import type { Table } from './table.ts';

const Standing = z.object({
  endpoint: EndpointId,
  sequence: z.int().min(1),
  status: DeliveryStatus,
});
export type Standing = z.infer<typeof Standing>;

/** What became of the webhooks of these entries, at these endpoints; none where none was owed. */
export const deliveryStatuses =
  (table: Pick<Table, 'getAll'>) =>
  async (endpoints: readonly EndpointId[], sequences: readonly number[]): Promise<Standing[]> => {
    const keys = endpoints.flatMap((id) => sequences.map((sequence) => deliveryKey(id, sequence)));
    if (keys.length === 0) return [];
    const found = await table.getAll(keys, ['endpoint', 'sequence', 'status']);
    return found.map((item) => Standing.parse(item));
  };
export type DeliveryStatuses = ReturnType<typeof deliveryStatuses>;
