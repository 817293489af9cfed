import { hasRole } from '../principal.ts';
import { isAsked, isLead } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** The oversight body, its national duty desk, and supervisors. */
export const oversightRules: readonly AccessRule[] = [
  {
    name: 'second-person',
    actions: ['waiver.confirm', 'waiver.read', 'safety.read', 'conditions.read'],
    why: {
      ka: 'ზედამხედველობა მოხსნას ადასტურებს და ხედავს, რა არის ღია',
      en: 'The oversight body confirms waivers and sees what is open',
    },
    when: ({ kind }) => kind === 'oversight',
    groups: () => ['outcome'],
  },
  {
    name: 'supervisor-closes-loop',
    actions: ['referral.close-loop'],
    why: {
      ka: 'დადასტურების მოლოდინს წამყვანის ან ზედამხედველობის ზედამხედველი ასრულებს',
      en: 'A supervisor of the lead or of oversight ends the wait for an acknowledgement',
    },
    when: (principal, subject) =>
      hasRole(principal, 'supervisor') &&
      (isLead(principal, subject) || principal.kind === 'oversight'),
    groups: nothing,
  },
  {
    name: 'oversight-protects-referrer',
    actions: ['statement.read', 'statement.consider'],
    why: {
      ka: 'ზედამხედველობა განიხილავს, თუ შეტყობინების ავტორზე ზეწოლაა',
      en: 'Oversight considers whether whoever referred is put under pressure',
    },
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
    why: {
      ka: 'ეროვნული მორიგე პოულობს წამყვანს, როცა სხვა ვერ მოიძებნა',
      en: 'The national duty desk finds a lead where there is none',
    },
    when: (principal, subject) => principal.kind === 'oversight' && isAsked(principal, subject),
    groups: nothing,
  },
  {
    name: 'oversight',
    actions: ['duty.read', 'oversight.read'],
    why: {
      ka: 'ზედამხედველობა ხედავს, ვის არ უპასუხა ჯერ არავინ და სად აკლია მორიგე',
      en: 'Oversight sees whom nobody has answered for, and where nobody is on duty',
    },
    when: ({ kind }) => kind === 'oversight',
    groups: () => ['outcome'],
  },
];
