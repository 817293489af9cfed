import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { ReferralId } from '../domain/ids.ts';
import type { Table } from './table.ts';

/** Of what stands under a hash only which referrals they are. */
const Head = z.object({
  known: z.object({ reports: z.array(z.object({ referral: ReferralId })) }),
});

interface SightingsOptions {
  readonly table: Pick<Table, 'getAll'>;
  readonly secret: () => Promise<Uint8Array>;
}

/** The referrals that may be about a child, read without entering one: those that routing entered. */
export const sightings =
  ({ table, secret }: SightingsOptions) =>
  async (keys: readonly string[]): Promise<ReferralId[]> => {
    if (keys.length === 0) return [];
    const key = await secret();
    const heads = keys.map((text) => ({
      pk: `CHILD#${createHmac('sha256', key).update(text).digest('base64url')}`,
      sk: 'HEAD',
    }));
    const found = (await table.getAll(heads)).map((item) => Head.parse(item));
    return [...new Set(found.flatMap(({ known }) => known.reports.map((one) => one.referral)))];
  };
