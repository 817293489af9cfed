import { isAtWork, isLead, takesPart } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { neededBy, nothing } from './needed-groups.ts';

/** Who may ask for the one interview: those who investigate, prosecute or protect. */
const ASKS: readonly string[] = ['police', 'prosecutor', 'guardianship-body'];

/** The visit to the child centre: who opens, plans, books, holds and follows it. */
export const visitRules: readonly AccessRule[] = [
  {
    name: 'opens-the-visit',
    actions: ['interview.open', 'interview.plan', 'interview.book', 'interview.cancel'],
    why: {
      ka: 'ერთობლივ გამოკითხვას ითხოვს და გეგმავს პოლიცია, პროკურატურა ან მეურვეობის ორგანო, რომელიც ამ შემთხვევაზე მუშაობს',
      en: 'Police, prosecutor or guardianship unit at work on the case ask for and plan the joint interview',
    },
    when: (principal, subject) =>
      ASKS.includes(principal.kind) && (isLead(principal, subject) || isAtWork(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'takes-part-in-the-visit',
    actions: ['interview.read', 'interview.answer', 'visit.read', 'visit.topics'],
    why: {
      ka: 'უწყება, რომელსაც მიღების დღეს როლი აქვს, ხედავს გეგმას და ადასტურებს დასწრებას',
      en: 'An agency with a role in the visit sees its plan and confirms its presence',
    },
    when: takesPart,
    groups: nothing,
  },
  {
    name: 'follows-the-visit',
    actions: ['interview.read', 'visit.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ხედავს, როდის და სად იქნება გამოკითხვა',
      en: 'Whoever is at work on the case sees when and where the interview will be',
    },
    when: (principal, subject) => isLead(principal, subject) || isAtWork(principal, subject),
    groups: nothing,
  },
];
