import * as z from 'zod';
import { ReferralId } from '../domain/ids.ts';
import type { SameChildKey } from '../domain/same-child/keys.ts';
import { type BlindSecrets, childPlace } from './blind-index.ts';
import type { Table } from './table.ts';

/** Of what stands under a hash only which referrals they are. */
const Head = z.object({
  known: z.object({ reports: z.array(z.object({ referral: ReferralId })) }),
});

interface SightingsOptions {
  readonly table: Pick<Table, 'getAll'>;
  readonly secrets: BlindSecrets;
}

/** The referrals that may be about a child, read without entering one: those that routing entered. */
export const sightings =
  ({ table, secrets }: SightingsOptions) =>
  async (keys: readonly SameChildKey[]): Promise<ReferralId[]> => {
    if (keys.length === 0) return [];
    const places = await Promise.all(keys.map((key) => childPlace(secrets, key)));
    const heads = places.map((pk) => ({ pk, sk: 'HEAD' }));
    const found = (await table.getAll(heads)).map((item) => Head.parse(item));
    return [...new Set(found.flatMap(({ known }) => known.reports.map((one) => one.referral)))];
  };
