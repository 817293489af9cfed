import { behindFirewall, isAsked, isAtWork, isHolder, isOwner } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { neededBy, nothing } from './needed-groups.ts';

/** Whoever is only informed sees that something happened, and nothing of what. */
const neededAtWork: AccessRule['groups'] = (principal, subject) =>
  isAtWork(principal, subject) ? neededBy(principal, subject) : [];

/** Agencies with a task of the case. */
export const holdersRules: readonly AccessRule[] = [
  {
    name: 'task-owner',
    actions: ['task.read', 'task.transition', 'task.redirect'],
    when: isOwner,
    groups: (principal, subject) =>
      subject.takenOn && !subject.informedOnly ? neededBy(principal, subject) : [],
  },
  {
    name: 'sees-child',
    actions: ['case.decide-safety'],
    when: ({ agency }, { seers }) => seers?.includes(agency) ?? false,
    groups: neededBy,
  },
  {
    name: 'protects-child',
    actions: ['safety.read'],
    when: isHolder,
    groups: neededAtWork,
  },
  {
    name: 'holder-has-news',
    actions: ['addition.make', 'addition.read'],
    when: isHolder,
    groups: neededAtWork,
  },
  {
    name: 'asked-has-news',
    actions: ['addition.make'],
    when: isAsked,
    groups: nothing,
  },
  {
    name: 'case-participant',
    actions: ['case.read', 'case.record-telling'],
    when: isHolder,
    groups: nothing,
  },
  {
    name: 'holder-answers-referrer',
    actions: ['referral.feedback'],
    when: isAtWork,
    groups: nothing,
  },
  {
    name: 'holder-asks-referrer',
    actions: ['question.ask', 'question.read'],
    when: (principal, subject) =>
      isAtWork(principal, subject) && !behindFirewall(principal, subject),
    groups: nothing,
  },
];
