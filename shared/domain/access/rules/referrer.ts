import { hasRole } from '../principal.ts';
import { hasReferred, isReferrer } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { ALL_GROUPS, nothing } from './needed-groups.ts';

/** Who referred, and for whom. */
export const referrersRules: readonly AccessRule[] = [
  {
    name: 'referrer',
    actions: [
      'referral.read',
      'referral.explain',
      'referral.acknowledge',
      'referral.withdraw',
      'addition.make',
      'addition.read',
      'question.read',
      'question.answer',
      'statement.make',
      'statement.read',
    ],
    when: isReferrer,
    groups: () => ALL_GROUPS,
  },
  {
    name: 'on-whose-behalf',
    actions: ['referral.read'],
    when: (principal, { onBehalfOf }) =>
      onBehalfOf === principal.agency && hasRole(principal, 'safety-person'),
    groups: () => ['identity'],
  },
  {
    name: 'referrer-of-another-child',
    actions: ['referral.read'],
    when: (principal, subject) =>
      hasReferred(principal, subject) && subject.kind === 'child-in-need',
    groups: nothing,
  },
];
