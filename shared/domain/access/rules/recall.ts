import { isRecipient, isReferrer } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** Who takes back what was shared, and who answers; the lead does by its own rule. */
export const recallRules: readonly AccessRule[] = [
  {
    name: 'data-protection',
    actions: ['recall.make', 'recall.read'],
    why: {
      ka: 'მონაცემთა დაცვას ზედამხედველობა ადევნებს თვალს: გაზიარებულს გამოითხოვს და ხედავს, ვინ უპასუხა',
      en: 'Oversight watches over data protection: it takes back what was shared and sees who answered',
    },
    when: ({ kind }) => kind === 'oversight',
    groups: nothing,
  },
  {
    name: 'takes-back-what-it-shared',
    actions: ['recall.make', 'recall.read'],
    why: {
      ka: 'ადრეული იდენტიფიცირების შეტყობინების ავტორი გამოითხოვს იმას, რაც ოჯახის თანხმობით გააზიარა',
      en: 'Whoever sent an early identification takes back what it shared with the family’s consent',
    },
    when: (principal, subject) =>
      subject.kind === 'early-identification' && isReferrer(principal, subject),
    groups: nothing,
  },
  {
    name: 'recall-recipient',
    actions: ['recall.read', 'recall.confirm'],
    why: {
      ka: 'ვისგანაც რამეს გამოითხოვენ, ხედავს ამას და პასუხობს: წაშალა თუ რა საფუძვლით ინახავს',
      en: 'Whoever something is taken back from sees that and answers: deleted, or kept and on what basis',
    },
    when: isRecipient,
    groups: nothing,
  },
];
