import { isAtWork, isLead, isSite, takesPart } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { neededBy, nothing } from './needed-groups.ts';

/** Who may ask for the one interview: those who investigate, prosecute or protect. */
const ASKS: readonly string[] = ['police', 'prosecutor', 'guardianship-body'];

/** Who may keep a recording, beside the centre. */
const KEEPS: readonly string[] = ['police', 'prosecutor', 'court'];

const involved: AccessRule['when'] = (principal, subject) =>
  takesPart(principal, subject) || isLead(principal, subject) || isAtWork(principal, subject);

/** The visit to the child centre: who opens, plans, books, holds and follows it. */
export const visitRules: readonly AccessRule[] = [
  {
    name: 'opens-the-visit',
    actions: ['interview.open', 'interview.plan', 'interview.book', 'interview.cancel'],
    when: (principal, subject) =>
      ASKS.includes(principal.kind) && (isLead(principal, subject) || isAtWork(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'plans-the-visit',
    actions: ['interview.read', 'interview.consent'],
    when: (principal, subject) =>
      ASKS.includes(principal.kind) && (isLead(principal, subject) || isAtWork(principal, subject)),
    groups: () => ['family'],
  },
  {
    name: 'plans-in-its-role',
    actions: ['interview.plan'],
    when: (principal, subject) => ASKS.includes(principal.kind) && takesPart(principal, subject),
    groups: neededBy,
  },
  {
    name: 'takes-part-in-the-visit',
    actions: ['interview.read', 'interview.answer', 'visit.read', 'visit.topics'],
    when: takesPart,
    groups: nothing,
  },
  {
    name: 'follows-the-visit',
    actions: ['interview.read', 'visit.read'],
    when: (principal, subject) => isLead(principal, subject) || isAtWork(principal, subject),
    groups: nothing,
  },
  {
    name: 'works-for-the-visit',
    actions: ['visit.read'],
    when: involved,
    groups: neededBy,
  },
  {
    name: 'plans-the-day',
    actions: ['visit.plan', 'visit.prepare'],
    when: (principal, subject) =>
      isSite(principal, subject) || (ASKS.includes(principal.kind) && involved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'runs-the-visit',
    actions: ['visit.run'],
    when: isSite,
    groups: neededBy,
  },
  {
    name: 'cares-afterwards',
    actions: ['aftercare.record'],
    when: involved,
    groups: neededBy,
  },
  {
    name: 'keeps-the-recording',
    actions: ['recording.file'],
    when: (principal, subject) =>
      isSite(principal, subject) ||
      (KEEPS.includes(principal.kind) && involved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'may-have-the-statement',
    actions: ['recording.read', 'recording.ask'],
    when: involved,
    groups: neededBy,
  },
];
