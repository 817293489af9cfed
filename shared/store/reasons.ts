import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { normalForm, stemsOf } from '../domain/break-glass/reason.ts';
import { memberKey } from './keys.ts';
import type { Table } from './table.ts';
import { putIfAbsent, type Write } from './write.ts';

const Kept = z.object({ stems: z.array(z.string()) });
const REASON = 'REASON#';
/** Enough to tell the words of one person's reasons apart, and nothing to guess them by. */
const STEM_BYTES = 9;

interface Options {
  readonly table: Pick<Table, 'startingWith'>;
  readonly secret: () => Promise<Uint8Array>;
}

/** Reasons a person gave, as nobody can read them who has not got the hub's secret. */
export const reasons = ({ table, secret }: Options) => {
  const hashed = (key: Uint8Array, sub: string, word: string) =>
    createHmac('sha256', key).update(`${sub}\n${word}`).digest();

  return {
    /** A new reason: its stems to compare, and the write that keeps it, once for the same words. */
    async of(sub: string, reason: string): Promise<{ stems: string[]; write: Write }> {
      const key = await secret();
      const stems = stemsOf(reason).map((stem) =>
        hashed(key, sub, stem).subarray(0, STEM_BYTES).toString('base64url'),
      );
      const whole = hashed(key, sub, normalForm(reason)).toString('base64url');
      const { pk } = memberKey(sub);
      const write = putIfAbsent('reason', { pk, sk: `${REASON}${whole}`, what: 'reason', stems });
      return { stems, write };
    },

    /** All that the person ever gave. */
    async earlier(sub: string) {
      const found = await table.startingWith(memberKey(sub).pk, REASON);
      return found.map((item) => Kept.parse(item));
    },
  };
};
export type Reasons = ReturnType<typeof reasons>;
