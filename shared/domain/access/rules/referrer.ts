import { hasRole } from '../principal.ts';
import { hasReferred, isReferrer } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { ALL_GROUPS, nothing } from './needed-groups.ts';

/** Who referred, and for whom. */
export const referrersRules: readonly AccessRule[] = [
  {
    name: 'referrer',
    actions: [
      'referral.read',
      'referral.explain',
      'referral.acknowledge',
      'referral.withdraw',
      'addition.make',
      'addition.read',
      'question.read',
      'question.answer',
      'statement.make',
      'statement.read',
    ],
    why: {
      ka: 'შემტყობინებელი და სკოლის უსაფრთხოების პირი ხედავს საკუთარ შეტყობინებას',
      en: 'The referrer and the agency’s safety person see their own referral',
    },
    when: isReferrer,
    groups: () => ALL_GROUPS,
  },
  {
    name: 'on-whose-behalf',
    actions: ['referral.read'],
    why: {
      ka: 'უწყება, რომლის სახელითაც შეტყობინება გაიგზავნა, ხედავს, რა ხდება, თუ შემტყობინებელი თანახმაა',
      en: 'The agency on whose behalf it was sent sees what happens, if the referrer agreed',
    },
    when: (principal, { onBehalfOf }) =>
      onBehalfOf === principal.agency && hasRole(principal, 'safety-person'),
    groups: () => ['identity'],
  },
  {
    name: 'referrer-of-another-child',
    actions: ['referral.read'],
    why: {
      ka: 'მეორე ბავშვის ჩანაწერიდან შეტყობინების ავტორი მხოლოდ იმას იგებს, რომ მასზე ზრუნავენ',
      en: 'Of the record of the other child whoever referred learns only that it is being looked at',
    },
    when: (principal, subject) =>
      hasReferred(principal, subject) && subject.kind === 'child-in-need',
    groups: nothing,
  },
];
