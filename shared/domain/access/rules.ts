import type { AccessRule } from './rule.ts';
import { calendarRules } from './rules/calendar.ts';
import { dutyRules } from './rules/duty.ts';
import { everybodysRules } from './rules/everybody.ts';
import { feedRules } from './rules/feed.ts';
import { furtherRules } from './rules/further.ts';
import { holdersRules } from './rules/holder.ts';
import { insideRules } from './rules/inside.ts';
import { leadsRules } from './rules/lead.ts';
import { oversightRules } from './rules/oversight.ts';
import { recallRules } from './rules/recall.ts';
import { referrersRules } from './rules/referrer.ts';
import { resourceRules } from './rules/resource.ts';
import { serviceRules } from './rules/service.ts';
import { visitRules } from './rules/visit.ts';

/** Who may what; what none of them allows is denied. Where several allow, the first gives its name. */
export const rules: readonly AccessRule[] = [
  ...everybodysRules,
  // A unit that referred and leads reads as the lead; one with a task reads as the referrer.
  ...leadsRules,
  ...referrersRules,
  ...holdersRules,
  ...oversightRules,
  ...dutyRules,
  ...insideRules,
  ...visitRules,
  ...furtherRules,
  ...resourceRules,
  ...calendarRules,
  ...recallRules,
  ...feedRules,
  ...serviceRules,
];
