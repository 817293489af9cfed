import * as z from 'zod';
import { Code } from '../text.ts';

/** What a prosecutor can seal; never where a child is, how safe it is, or by what it is recognised. */
export const SealableGroup = z.enum(['statement', 'narrative', 'medical']);
export type SealableGroup = z.infer<typeof SealableGroup>;

/** A group that is sealed, with the kinds of agency that still read it. */
const ClosedGroup = z.object({ group: SealableGroup, openTo: z.array(Code) });
export type ClosedGroup = z.infer<typeof ClosedGroup>;

/** Marks that stand on a case and on its reports: codes alone, so that access can decide by them. */
export const marks = {
  /** What a prosecutor sealed of it. */
  closedGroups: z.array(ClosedGroup).optional(),
  /** Where the child or its safe adult is to be found is told only to those who must go there. */
  addressProtected: z.literal(true).optional(),
};
const Marks = z.object(marks);
export type Marks = z.infer<typeof Marks>;

/** Of all records of one child: whatever is closed in one of them is closed in all. */
export const marksOfAll = (records: readonly Marks[]): Marks => {
  const closedGroups = records.flatMap((record) => record.closedGroups ?? []);
  return {
    ...(closedGroups.length > 0 && { closedGroups }),
    ...(records.some(({ addressProtected }) => addressProtected) && { addressProtected: true }),
  };
};

/** The groups that are sealed to an agency of this kind: every seal on them must leave it in. */
export const sealedTo = (kind: string, { closedGroups = [] }: Marks): SealableGroup[] => [
  ...new Set(closedGroups.filter(({ openTo }) => !openTo.includes(kind)).map(({ group }) => group)),
];
