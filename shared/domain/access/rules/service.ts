import { isLead, isOwner } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** Who sees how a task was handed over; nothing of what it is about is in there. */
export const serviceRules: readonly AccessRule[] = [
  {
    name: 'proof-of-service',
    actions: ['service.read'],
    when: (principal, subject) => isOwner(principal, subject) || isLead(principal, subject),
    groups: nothing,
  },
  {
    name: 'oversight-of-service',
    actions: ['service.read'],
    when: ({ kind }) => kind === 'oversight',
    groups: nothing,
  },
];
