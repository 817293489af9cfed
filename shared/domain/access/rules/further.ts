import { isAtWork, isLead, takesPart } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { neededBy, nothing } from './needed-groups.ts';

/** Who may ask for an interview, and so for a further one. */
const ASKS: readonly string[] = ['police', 'prosecutor', 'guardianship-body'];
/** Who may agree to one that another agency asks for. */
const APPROVES: readonly string[] = [...ASKS, 'child-centre'];

/** Leads, works on the case, or has a role in a visit of the child. */
const isInvolved: AccessRule['when'] = (principal, subject) =>
  isLead(principal, subject) || isAtWork(principal, subject) || takesPart(principal, subject);

/** What goes beyond the one interview: a further one, going on, and a new episode. */
export const furtherRules: readonly AccessRule[] = [
  {
    name: 'asks-for-a-further-interview',
    actions: ['interview.further'],
    when: (principal, subject) => ASKS.includes(principal.kind) && isInvolved(principal, subject),
    groups: neededBy,
  },
  {
    name: 'approves-a-further-interview',
    actions: ['interview.approve'],
    when: (principal, subject) =>
      APPROVES.includes(principal.kind) && isInvolved(principal, subject),
    groups: nothing,
  },
  {
    name: 'opens-an-episode',
    actions: ['episode.open'],
    when: (principal, subject) =>
      isLead(principal, subject) ||
      (principal.kind === 'prosecutor' && isInvolved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'asks-the-child-to-go-on',
    actions: ['interview.go-on'],
    when: (principal, subject) =>
      isLead(principal, subject) ||
      subject.requestedBy === principal.agency ||
      subject.site === principal.agency,
    groups: nothing,
  },
];
