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
    why: {
      ka: 'უწყება ხედავს იმას, რაც მის ამოცანას სჭირდება, მას შემდეგ, რაც ადამიანმა აიღო',
      en: 'An agency sees what its task needs, once a person there has accepted it',
    },
    when: isOwner,
    groups: (principal, subject) =>
      subject.takenOn && !subject.informedOnly ? neededBy(principal, subject) : [],
  },
  {
    name: 'sees-child',
    actions: ['case.decide-safety'],
    why: {
      ka: 'ვინც ბავშვს ნახულობს, უსაფრთხოების გადაწყვეტილებას წერს',
      en: 'Whoever sees the child records the decision on its safety',
    },
    when: ({ agency }, { seers }) => seers?.includes(agency) ?? false,
    groups: neededBy,
  },
  {
    name: 'protects-child',
    actions: ['safety.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ხედავს, რა იცავს ბავშვს, იმდენად, რამდენადაც საქმეს სჭირდება',
      en: 'Whoever works on the case sees what protects the child, as far as the work needs it',
    },
    when: isHolder,
    groups: neededAtWork,
  },
  {
    name: 'holder-has-news',
    actions: ['addition.make', 'addition.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ახალ ცნობას ამატებს და კითხულობს, რაც მის ამოცანას სჭირდება',
      en: 'Whoever works on it adds news, and reads what its task needs',
    },
    when: isHolder,
    groups: neededAtWork,
  },
  {
    name: 'asked-has-news',
    actions: ['addition.make'],
    why: {
      ka: 'ვისაც მიმართეს, ახალ ცნობას ამატებს, თუნდაც ამოცანა ჯერ არ აეღოს',
      en: 'Whoever was asked adds news, though it has not accepted yet',
    },
    when: isAsked,
    groups: nothing,
  },
  {
    name: 'case-participant',
    actions: ['case.read', 'case.record-telling'],
    why: {
      ka: 'მონაწილე უწყება ხედავს, ვინ რას აკეთებს',
      en: 'An agency with a task sees who does what',
    },
    when: isHolder,
    groups: nothing,
  },
  {
    name: 'holder-answers-referrer',
    actions: ['referral.feedback'],
    why: {
      ka: 'ვინც ამოცანა აიღო, შეტყობინების ავტორს პასუხობს',
      en: 'An agency that has taken a task on answers whoever referred',
    },
    when: isAtWork,
    groups: nothing,
  },
  {
    name: 'holder-asks-referrer',
    actions: ['question.ask', 'question.read'],
    why: {
      ka: 'ვინც ამოცანა აიღო, შეტყობინების ავტორს ეკითხება; ვინც ბავშვს გამოჰკითხავს, — მხოლოდ გამოკითხვის შემდეგ',
      en: 'An agency that has taken a task on asks whoever referred; the side that interviews the child only afterwards',
    },
    when: (principal, subject) =>
      isAtWork(principal, subject) && !behindFirewall(principal, subject),
    groups: nothing,
  },
];
