import type { Interview } from '../interview/interview.ts';
import type { InterviewRules } from '../interview/rules.ts';
import type { Edition } from '../policy/edition.ts';

export type ChecklistPoint = InterviewRules['preparation'][number];

const INTERPRETERS: readonly string[] = ['interpreter', 'sign-interpreter'];

/** Whether a point of the pack's list concerns this child. */
function concerns(
  { when }: ChecklistPoint,
  { roles, needs, municipality, site }: Interview,
  { visit: { checklist }, interview: { travel } }: Edition,
): boolean {
  switch (when) {
    case 'interpreter':
      return roles.some(({ role }) => INTERPRETERS.includes(role));
    case 'disability':
      return needs.some((need) => checklist.needs.disability.includes(need));
    case 'medication':
      return needs.some((need) => checklist.needs.medication.includes(need));
    case 'travel':
      return (travel.minutes[municipality]?.[site.agency] ?? travel.unknown) > 0;
    // A note is offered and a nap thought of whatever is known of school and age: both may be unknown.
    case 'school':
    case 'young':
    case 'always':
      return true;
  }
}

/** What has to be prepared for this child. */
export const checklistFor = (visit: Interview, edition: Edition): ChecklistPoint[] =>
  edition.interview.preparation.filter((point) => concerns(point, visit, edition));
