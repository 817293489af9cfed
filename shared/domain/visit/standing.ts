import * as z from 'zod';
import { InterviewId } from '../ids.ts';
import { Group } from '../referral/group.ts';

/** As little of a visit as it takes to know what its centre may see, and whether it is over. */
export const VisitStanding = z.object({
  id: InterviewId,
  status: z.string(),
  opened: z.array(Group).optional(),
});
export type VisitStanding = z.infer<typeof VisitStanding>;

const OVER: readonly string[] = ['ended', 'cancelled', 'frozen'];

/** Nothing of it is still to be held. */
export const isOver = ({ status }: Pick<VisitStanding, 'status'>): boolean => OVER.includes(status);

/**
 * What the interviewer's side may see of a child beyond what it always sees. While a visit is still
 * to be held, no more than each such visit permits; afterwards what the last of them opened.
 */
export function openedBy(visits: readonly VisitStanding[]): Group[] {
  const ahead = visits.filter((visit) => !isOver(visit));
  if (ahead.length === 0) return [...new Set(visits.flatMap(({ opened = [] }) => opened))];
  return Group.options.filter((group) => ahead.every(({ opened = [] }) => opened.includes(group)));
}
