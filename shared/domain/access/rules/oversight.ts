import { hasRole } from '../principal.ts';
import { isAsked, isLead } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** The oversight body, its national duty desk, and supervisors. */
export const oversightRules: readonly AccessRule[] = [
  {
    name: 'second-person',
    actions: ['waiver.confirm', 'waiver.read', 'safety.read', 'conditions.read'],
    when: ({ kind }) => kind === 'oversight',
    groups: () => ['outcome'],
  },
  {
    name: 'supervisor-closes-loop',
    actions: ['referral.close-loop'],
    when: (principal, subject) =>
      hasRole(principal, 'supervisor') &&
      (isLead(principal, subject) || principal.kind === 'oversight'),
    groups: nothing,
  },
  {
    name: 'oversight-protects-referrer',
    actions: ['statement.read', 'statement.consider'],
    when: (principal, subject) => principal.kind === 'oversight' && isAsked(principal, subject),
    groups: nothing,
  },
  {
    name: 'national-duty-desk',
    actions: [
      'referral.explain',
      'case.add-task',
      'task.read',
      'task.redirect',
      'referral.feedback',
    ],
    when: (principal, subject) => principal.kind === 'oversight' && isAsked(principal, subject),
    groups: nothing,
  },
  {
    name: 'oversight',
    actions: ['duty.read', 'oversight.read'],
    when: ({ kind }) => kind === 'oversight',
    groups: () => ['outcome'],
  },
];
