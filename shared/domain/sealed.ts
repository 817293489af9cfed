import * as z from 'zod';
import { Group } from './referral/group.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * One field group as it is kept: closed. The revision is part of what it was sealed with; absent the
 * first: most have no other, and it is written with every referral, once for each group.
 */
export const SealedGroup = z.object({ revision: z.int().min(1).optional(), box: Bytes });

/**
 * The personal part of a record. Rules carry it along without being able to read it; it is opened
 * only for the groups an access decision allows.
 */
export const Sealed = z.object({
  groups: z.partialRecord(Group, SealedGroup),
});
export type Sealed = z.infer<typeof Sealed>;
