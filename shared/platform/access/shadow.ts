import type { Action } from '../../domain/access/actions.ts';
import type { Granted } from '../../domain/access/permit.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Rule } from '../../domain/access/rule.ts';
import type { AccessSubject } from '../../domain/access/subject.ts';
import type { AccessEngine, Judged } from './engine.ts';

/** How new rules would have answered otherwise: kinds and relations, and nobody's id. */
export interface Difference {
  readonly action: Action;
  readonly kind: string;
  readonly roles: readonly string[];
  readonly relations: readonly string[];
  readonly inForce: Outcome;
  readonly onTrial: Outcome;
}
interface Outcome {
  readonly rule: string | undefined;
  readonly groups: readonly string[] | 'denied';
}

/** The rules as they would be: a shadow of the same name stands for the rule, others are added. */
export const withShadows = (rules: readonly Rule[], shadows: readonly Rule[]): readonly Rule[] => [
  ...rules.map((rule) => shadows.find(({ id }) => id === rule.id) ?? rule),
  ...shadows.filter(({ id }) => rules.every((rule) => rule.id !== id)),
];

/**
 * Decides by the rules in force and tells where the rules to come would have decided otherwise.
 * Whatever those do, even fail, the answer is that of the rules in force.
 */
export const shadowed = (
  inForce: AccessEngine,
  toCome: Pick<AccessEngine, 'judge'>,
  tell: (difference: Difference) => void,
) => {
  const compare = (principal: Principal, action: Action, subject: AccessSubject): void => {
    const judged = inForce.judge(principal, action, subject);
    const other = toCome.judge(principal, action, subject);
    const outcomes = { inForce: outcomeOf(judged), onTrial: outcomeOf(other) };
    if (JSON.stringify(outcomes.inForce.groups) === JSON.stringify(outcomes.onTrial.groups)) return;
    const { account, record } = judged.request;
    tell({
      action,
      kind: account.kind,
      roles: account.roles,
      relations: record.relations,
      ...outcomes,
    });
  };
  return (principal: Principal, action: Action, subject: AccessSubject = {}): Granted => {
    try {
      compare(principal, action, subject);
    } catch {
      tell({ ...UNKNOWN, action, kind: principal.kind });
    }
    return inForce.may(principal, action, subject);
  };
};

const outcomeOf = ({ allowed, by: [first], groups }: Judged): Outcome => ({
  rule: first?.id,
  groups: allowed ? groups.toSorted() : 'denied',
});

/** The rules to come could not be read through. */
const UNKNOWN = {
  ...{ roles: [], relations: [] },
  inForce: { rule: undefined, groups: [] },
  onTrial: { rule: 'unreadable', groups: [] },
} as const;
