import * as z from 'zod';
import { AgencyId, ReferralId } from '../domain/ids.ts';
import { referralKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

/** Who is shut out of a referral, and who sent it: codes and accounts, nothing sealed. */
const Shut = z.object({
  id: ReferralId,
  agency: AgencyId,
  submittedBy: z.string(),
  excluded: z.array(AgencyId).default([]),
  conflicted: z.array(z.string()).default([]),
});
export type Shut = z.infer<typeof Shut>;

/** The attributes of a referral by which that is known: a read takes no more of it along. */
export const SHUT_BY = ['pk', 'sk', 'id', 'agency', 'submittedBy', 'excluded', 'conflicted'];

export const shutOf = (referral: Item): Shut => Shut.parse(referral);

/** Whether the agency is excluded from a referral, read by its attributes. */
export const shutFrom = (referral: Item | undefined, agency: AgencyId): boolean =>
  z.array(AgencyId).default([]).parse(referral?.excluded).includes(agency);

const unique = (ids: readonly (ReferralId | undefined)[]): ReferralId[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];
export const shutKeys = (ids: readonly (ReferralId | undefined)[]): Key[] =>
  unique(ids).map(referralKey);

/** Who is shut out of these referrals, as it stands at this moment: strongly consistent, one read. */
export const exclusions = (table: Pick<Table, 'getAll'>) => ({
  async of(ids: readonly (ReferralId | undefined)[]): Promise<ReadonlyMap<ReferralId, Shut>> {
    const keys = shutKeys(ids);
    if (keys.length === 0) return new Map();
    const found = await table.getAll(keys, SHUT_BY);
    return new Map(found.map(shutOf).map((shut) => [shut.id, shut]));
  },
});
export type Exclusions = ReturnType<typeof exclusions>;
