import type { Rule } from '../access/rule.ts';
import { rules } from '../access/rule.ts';
import type { AgencyId } from '../ids.ts';
import type { Verb } from '../journal/verbs.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Group } from '../referral/group.ts';
import { ruleView } from './access-view.ts';
import { sendSaid } from './hub-sends.ts';
import { isHiddenLook, type Read } from './mask.ts';

interface Line {
  readonly at: string;
  readonly verb: Verb;
  readonly sub: string;
  readonly agency: AgencyId;
  readonly action: string;
  readonly groups: readonly Group[];
  readonly rule: string;
  readonly ticket?: string | undefined;
}

/**
 * Who looked, or to whom the hub itself sent something, and why: the rule in its own words. A rule that
 * is no more leaves its name.
 */
export function accessLineView(line: Line, read: Read, lang: Lang, edition: Edition) {
  const hidden = isHiddenLook(line, read);
  const { at, verb, sub, agency, action, groups, ticket } = line;
  const why = rules.find((rule: Rule) => rule.id === line.rule) ?? sendSaid(line.rule);
  return {
    ...{ at, verb, action, groups: [...groups], ticket },
    ...(!hidden && { account: sub, agency }),
    why: why && ruleView(why, lang, edition),
  };
}
