import * as z from 'zod';
import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Group } from '../referral/group.ts';
import { Refusal } from '../refusal.ts';
import { Code } from '../text.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

/** What was visible to the interviewer's side from an instant on, who decided it, and why. */
export const Visibility = z.object({
  ...part('visibility'),
  because: z.enum(['permitted', 'lifted']),
  /** What the plan permits, by code of the pack. */
  permits: z.array(Code),
  groups: z.array(Group),
});
export type Visibility = z.infer<typeof Visibility>;

interface Permit {
  readonly visit: Interview;
  readonly number: number;
  /** All that is permitted from now on; what was permitted before and is not here is closed again. */
  readonly permits: readonly string[];
}

/** At planning the lead decides what the interviewer may know beforehand. */
export function permitTopics(
  { visit, number, permits }: Permit,
  step: StepBy,
  edition: Edition,
): Decision {
  if (isLifted(visit, edition)) throw new Refusal('firewall-lifted');
  const { permits: known } = edition.visit.firewall;
  const unknown = permits.findIndex((code) => known.every((one) => one.code !== code));
  if (unknown >= 0) {
    throw new Refusal('unknown-code', [{ pointer: `/permits/${unknown}`, code: 'unknown-code' }]);
  }
  const chosen = known.filter(({ code }) => permits.includes(code));
  const groups = [...new Set(chosen.flatMap((one) => one.groups))];
  const entry: Visibility = {
    ...partOfVisit('visibility', visit, number, step),
    because: 'permitted',
    permits: [...permits],
    groups,
  };
  const next = counted({ ...visit, opened: groups });
  const codes = { visibility: String(number) };
  const told = visitEvent({ type: 'interview.planned', visit: next, codes }, step);
  return { kept: [entry, next], events: [told] };
}

/** The groups that are open once the interview has ended with this result; none while it goes on. */
export function liftedBy(result: string, edition: Edition): readonly Group[] | undefined {
  const { after, groups } = edition.visit.firewall.lift;
  return after.some((one) => one === result) ? groups : undefined;
}

const isLifted = (visit: Interview, edition: Edition): boolean =>
  'result' in visit && visit.result !== undefined && liftedBy(visit.result, edition) !== undefined;
