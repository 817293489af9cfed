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
    why: {
      ka: 'დამატებით გამოკითხვას იგივე უწყებები ითხოვენ, რომლებიც გამოკითხვას ითხოვენ',
      en: 'Those who may ask for the interview may ask for a further one',
    },
    when: (principal, subject) => ASKS.includes(principal.kind) && isInvolved(principal, subject),
    groups: neededBy,
  },
  {
    name: 'approves-a-further-interview',
    actions: ['interview.approve'],
    why: {
      ka: 'დამატებით გამოკითხვას მეორე უწყება ამტკიცებს, რომელიც შემთხვევაზე მუშაობს ან მიღებაში მონაწილეობს',
      en: 'A second agency at work on the case, or with a role in the visit, approves a further one',
    },
    when: (principal, subject) =>
      APPROVES.includes(principal.kind) && isInvolved(principal, subject),
    groups: nothing,
  },
  {
    name: 'opens-an-episode',
    actions: ['episode.open'],
    why: {
      ka: 'ახალ ეპიზოდს წამყვანი და პროკურორი ერთად ხსნიან',
      en: 'Lead and prosecutor together open a new episode',
    },
    when: (principal, subject) =>
      isLead(principal, subject) ||
      (principal.kind === 'prosecutor' && isInvolved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'asks-the-child-to-go-on',
    actions: ['interview.go-on'],
    why: {
      ka: 'ბავშვის პასუხს წერს წამყვანი, ვინც მიღება გახსნა ან ცენტრი, სადაც მიღებაა',
      en: 'The lead, whoever opened the visit and the house it is held in record what the child says',
    },
    when: (principal, subject) =>
      isLead(principal, subject) ||
      subject.requestedBy === principal.agency ||
      subject.site === principal.agency,
    groups: nothing,
  },
];
