import * as z from 'zod';
import { Instant } from '../domain/time.ts';
import type { Table } from './table.ts';
import { type Key, putIfAbsent, putOver, type Write } from './write.ts';

const KEY: Key = { pk: 'ROTATION', sk: 'STATE' };
const At = z.object({ pk: z.string(), sk: z.string() });

/** How far the data keys are wrapped anew. Stopped anywhere, it goes on from `from`. */
export const Rotation = z.object({
  version: z.int().min(1),
  number: z.int().min(1),
  /** What was wrapped before this is wrapped anew. */
  begunAt: Instant,
  by: z.object({ sub: z.string(), agency: z.string() }),
  rewrapped: z.int().min(0),
  passed: z.int().min(0),
  /** Where the next page begins; absent before the first. */
  from: At.optional(),
  endedAt: Instant.optional(),
});
export type Rotation = z.infer<typeof Rotation>;

/** The last rotation of the data keys, in the hub's table. */
export const rotations = (table: Pick<Table, 'get' | 'transact'>, newToken: () => string) => {
  const write = (next: Rotation): Write => {
    const item = { ...KEY, what: 'rotation', ...next };
    return next.version === 1
      ? putIfAbsent('rotation', item)
      : putOver('rotation', item, next.version - 1);
  };
  return {
    write,
    async last(): Promise<Rotation | undefined> {
      const item = await table.get(KEY);
      return item && Rotation.parse(item);
    },
    keep: (next: Rotation): Promise<void> => table.transact([write(next)], newToken()),
  };
};
export type Rotations = ReturnType<typeof rotations>;
