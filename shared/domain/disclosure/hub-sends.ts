import type { Rule } from '../access/rule.ts';

type Said = Pick<Rule, 'id' | 'ka' | 'en' | 'purpose' | 'basis'>;

/**
 * All that the hub itself sends to a person outside it, each by its reason: no permit of a reader stands
 * behind it. None of them carries a field group; ids, times and roles are what leaves the hub.
 */
export const HUB_SENDS = {
  'calls-who-answers': {
    ka: 'ვინც უწყებაში პასუხობს, იმას ურეკავენ ან სწერენ: მხოლოდ ნომერი და სად დარეკოს',
    en: 'Whoever answers at an agency is called or written to: a number, and where to ring',
    purpose: 'protection',
    basis: ['decree-437'],
  },
  'notifies-safe-contact': {
    ka: 'სანდო საკონტაქტო პირს შეტყობინება ეგზავნება: მხოლოდ ნომერი და სად დარეკოს',
    en: 'The safe contact is sent a notice: a number, and where to ring',
    purpose: 'protection',
    basis: ['child-rights-code'],
  },
  'invites-who-takes-part': {
    ka: 'ვინც ვიზიტს ესწრება, მოსაწვევს იღებს: დრო, როლი და ადგილის კოდი',
    en: 'Whoever takes part in a visit is invited: the time, the role and the code of the place',
    purpose: 'joint-interview',
    basis: ['juvenile-justice-code'],
  },
  'tells-what-waits': {
    ka: 'უწყება, რომელსაც სისტემა არ აქვს, იგებს, რა ელოდება: რამდენი ამოცანა და რა ვადით',
    en: 'An agency without a system is told what waits there: how many tasks, and by when',
    purpose: 'own-work',
    basis: ['decree-437'],
  },
  'warns-endpoint-owner': {
    ka: 'მიმღების პატრონი იგებს, რომ მისი სისტემა არ პასუხობს',
    en: 'Whoever looks after an endpoint is told that it does not answer',
    purpose: 'own-work',
    basis: ['data-law'],
  },
} as const satisfies Readonly<Record<string, Omit<Said, 'id'>>>;
export type HubSend = keyof typeof HUB_SENDS;

/** A reason for which the hub sends, in the words of a rule; nothing where it is none of them. */
export const sendSaid = (id: string): Said | undefined =>
  Object.hasOwn(HUB_SENDS, id) ? { id, ...HUB_SENDS[id as HubSend] } : undefined;
