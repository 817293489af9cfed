import type { RecordAction } from '../access/actions.ts';
import type { Principal } from '../access/principal.ts';
import type { AccessRequest } from '../access/request.ts';
import type { Rule } from '../access/rule.ts';
import { rules } from '../access/rule.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { DETAIL_GROUPS, type Group } from '../referral/group.ts';

/** A decision about access as the engine came to it. */
interface Judged {
  readonly allowed: boolean;
  readonly by: readonly Rule[];
  readonly groups: readonly Group[];
  readonly withheld: Readonly<Partial<Record<Group, string>>>;
  readonly request: AccessRequest;
}

interface Explained {
  readonly principal: Principal;
  readonly action: RecordAction;
  readonly record: string;
  readonly judged: Judged;
}

/** Why somebody may, or may not, do this with this record: each rule in its own words. */
export function accessView(
  { principal, action, record, judged }: Explained,
  lang: Lang,
  edition: Edition,
) {
  const { allowed, by, request } = judged;
  const said = (rule: Rule) => ruleView(rule, lang, edition);
  return {
    account: principal.sub,
    agency: principal.agency,
    action,
    record,
    decision: decisionOf(judged),
    // Of a denial only what denied counts; where nothing spoke for it, nothing decided.
    rules: by.filter(({ effect }) => effect === (allowed ? 'permit' : 'forbid')).map(said),
    relations: request.record.relations.map((code) => ({
      code,
      label: edition.label('accessRelations', code, lang),
    })),
    groups: DETAIL_GROUPS.map((group) => groupView(group, judged, said)),
  };
}

function decisionOf({ allowed, groups }: Judged): 'allow' | 'allow-limited' | 'deny' {
  if (!allowed) return 'deny';
  return DETAIL_GROUPS.every((group) => groups.includes(group)) ? 'allow' : 'allow-limited';
}

/** A hidden group names the rule that closed it; without one, no rule had opened it. */
function groupView<T>(group: Group, { groups, withheld }: Judged, said: (rule: Rule) => T) {
  const closedBy = rules.find(({ id }) => id === withheld[group]);
  return { group, open: groups.includes(group), closedBy: closedBy && said(closedBy) };
}

type Said = Pick<Rule, 'id' | 'ka' | 'en' | 'purpose' | 'basis'>;

/** One rule as a person reads it: the sentence, what it serves, and the law behind it. */
export function ruleView({ id, purpose, basis, ...says }: Said, lang: Lang, edition: Edition) {
  return {
    rule: id,
    says: says[lang],
    purpose: { code: purpose, label: edition.label('accessPurposes', purpose, lang) },
    basis: basis.map((code) => ({ code, label: edition.legalBases[code]?.[lang] ?? code })),
  };
}
