import { isRecipient, isReferrer } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** Who takes back what was shared, and who answers; the lead does by its own rule. */
export const recallRules: readonly AccessRule[] = [
  {
    name: 'data-protection',
    actions: ['recall.make', 'recall.read'],
    when: ({ kind }) => kind === 'oversight',
    groups: nothing,
  },
  {
    name: 'takes-back-what-it-shared',
    actions: ['recall.make', 'recall.read'],
    when: (principal, subject) =>
      subject.kind === 'early-identification' && isReferrer(principal, subject),
    groups: nothing,
  },
  {
    name: 'recall-recipient',
    actions: ['recall.read', 'recall.confirm'],
    when: isRecipient,
    groups: nothing,
  },
];
