import { DETAIL_GROUPS, type Group } from '../referral/group.ts';
import { insideRules } from './inside-rules.ts';
import { hasRole } from './principal.ts';
import { hasReferred, isAsked, isHolder, isLead, isOwner, isReferrer } from './relations.ts';
import type { AccessRule } from './rule.ts';
import type { AccessSubject } from './subject.ts';

const ALL: readonly Group[] = DETAIL_GROUPS;

const INVESTIGATION: readonly Group[] = [
  'identity',
  'contact',
  'whereabouts',
  'concern',
  'narrative',
  'childs-own-words',
  'family',
  'reporter',
  'outcome',
];

/** What the work of each kind of agency needs to know of a child; kinds not named get contact only. */
const NEEDED: Readonly<Record<string, readonly Group[]>> = {
  'guardianship-body': ALL,
  police: INVESTIGATION,
  prosecutor: INVESTIGATION,
  medical: ['identity', 'contact', 'whereabouts', 'concern', 'medical', 'outcome'],
  municipality: ['identity', 'contact', 'whereabouts', 'concern', 'narrative', 'family', 'outcome'],
  // Nothing of the account: whoever may interview the child must not know it beforehand.
  'child-centre': ['identity', 'medical', 'outcome'],
  oversight: ALL,
};
const OTHERS: readonly Group[] = ['identity', 'contact', 'outcome'];

/** A reporter who asked to be masked or anonymous is shown to nobody; answers go through the hub. */
const withoutMask = (
  groups: readonly Group[],
  { reporterMode }: AccessSubject,
): readonly Group[] =>
  reporterMode === 'named' || reporterMode === 'child-self'
    ? groups
    : groups.filter((group) => group !== 'reporter');

const anybody = (): boolean => true;
const nothing = (): readonly Group[] => [];

/** Kinds of agency whose duty desk people call with news of a child. */
const ANSWERS_PHONE = ['guardianship-body', 'police', 'hotline', 'oversight'];

const KEEPS_ROSTER = ['duty', 'supervisor', 'administrator', 'system'] as const;

/** First policies; what none of them allows is denied. */
export const rules: readonly AccessRule[] = [
  {
    name: 'anybody-may-refer',
    actions: ['referral.submit', 'referral.list'],
    why: {
      ka: 'შეტყობინება ყველას შეუძლია',
      en: 'Everybody may refer, and list what they referred',
    },
    when: anybody,
    groups: nothing,
  },
  {
    name: 'own-agency',
    actions: ['task.list', 'feed.read', 'endpoint.manage', 'directory.read'],
    why: { ka: 'უწყება საკუთარ სამუშაოს ხედავს', en: 'An agency sees its own work' },
    when: anybody,
    groups: nothing,
  },
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
    groups: () => ALL,
  },
  {
    name: 'lead',
    actions: [
      'referral.read',
      'referral.explain',
      'referral.feedback',
      'referral.close',
      'referral.release-feedback',
      'referral.except',
      'referral.return',
      'addition.make',
      'addition.read',
      'question.ask',
      'question.read',
      'statement.read',
      'statement.consider',
      'case.read',
      'case.add-task',
      'case.join',
      'case.record-telling',
      'case.move',
      'case.hand-over',
      'case.decide-safety',
      'safety.read',
      'waiver.ask',
      'waiver.confirm',
      'waiver.read',
      'conditions.read',
      'task.read',
      'task.transition',
      'task.redirect',
      'task.urgency',
      'perpetrator.read',
      'perpetrator.name',
      'speaker.read',
      'speaker.decide',
      'shield.read',
      'contact.confirm',
      'notice.send',
      'representative.request',
    ],
    why: { ka: 'წამყვანი ხედავს მთელ შემთხვევას', en: 'The lead unit sees the whole of its case' },
    when: isLead,
    groups: (_, subject) => (subject.takenOn ? withoutMask(ALL, subject) : []),
  },
  {
    name: 'task-owner',
    actions: ['task.read', 'task.transition', 'task.redirect'],
    why: {
      ka: 'უწყება ხედავს იმას, რაც მის ამოცანას სჭირდება, მას შემდეგ, რაც ადამიანმა აიღო',
      en: 'An agency sees what its task needs, once a person there has accepted it',
    },
    when: isOwner,
    groups: ({ kind }, subject) =>
      subject.takenOn && !subject.informedOnly ? withoutMask(NEEDED[kind] ?? OTHERS, subject) : [],
  },
  {
    name: 'sees-child',
    actions: ['case.decide-safety'],
    why: {
      ka: 'ვინც ბავშვს ნახულობს, უსაფრთხოების გადაწყვეტილებას წერს',
      en: 'Whoever sees the child records the decision on its safety',
    },
    when: ({ agency }, { seers }) => seers?.includes(agency) ?? false,
    groups: ({ kind }, subject) => withoutMask(NEEDED[kind] ?? OTHERS, subject),
  },
  {
    name: 'protects-child',
    actions: ['safety.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ხედავს, რა იცავს ბავშვს, იმდენად, რამდენადაც საქმეს სჭირდება',
      en: 'Whoever works on the case sees what protects the child, as far as the work needs it',
    },
    when: isHolder,
    groups: ({ kind }, subject) => withoutMask(NEEDED[kind] ?? OTHERS, subject),
  },
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
    name: 'lead-of-joined-case',
    actions: ['referral.read', 'referral.explain', 'case.read', 'case.join', 'task.read'],
    why: {
      ka: 'ერთი ბავშვის გაერთიანებულ შემთხვევებს ორივე წამყვანი ხედავს',
      en: 'Where two cases of one child are joined, both leads see both',
    },
    when: ({ agency }, { joinedLeads }) => joinedLeads?.includes(agency) ?? false,
    groups: (_, subject) => (subject.takenOn ? withoutMask(ALL, subject) : []),
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
  {
    name: 'former-lead',
    actions: [
      'referral.read',
      'referral.explain',
      'case.read',
      'case.hand-over',
      'task.read',
      'addition.make',
      'addition.read',
    ],
    why: {
      ka: 'გადაბარების საუბრამდე შემთხვევას ყოფილი წამყვანიც ხედავს',
      en: 'Until the handover talk is recorded the former lead sees the case as well',
    },
    when: ({ agency }, { handingOver }) => handingOver?.includes(agency) ?? false,
    groups: (_, subject) => withoutMask(ALL, subject),
  },
  {
    name: 'asked-to-take-over',
    actions: ['case.read'],
    why: {
      ka: 'ერთეული, რომელსაც ბავშვის გადასვლის შემდეგ მიმართეს, ხედავს, ვინ რას აკეთებს',
      en: 'A unit asked to take over after a move sees who does what',
    },
    when: ({ agency }, { takingOver }) => takingOver?.includes(agency) ?? false,
    groups: nothing,
  },
  {
    name: 'holder-has-news',
    actions: ['addition.make', 'addition.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ახალ ცნობას ამატებს და კითხულობს, რაც მის ამოცანას სჭირდება',
      en: 'Whoever works on it adds news, and reads what its task needs',
    },
    when: isHolder,
    groups: ({ kind }, subject) => withoutMask(NEEDED[kind] ?? OTHERS, subject),
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
    name: 'duty-desk-by-phone',
    actions: ['addition.make'],
    why: {
      ka: 'მორიგე იწერს, რასაც ტელეფონით ატყობინებენ',
      en: 'A duty desk writes down what it is told by telephone',
    },
    when: (principal) => hasRole(principal, 'duty') && ANSWERS_PHONE.includes(principal.kind),
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
    name: 'holder-speaks-with-referrer',
    actions: ['referral.feedback', 'question.ask', 'question.read'],
    why: {
      ka: 'ვინც ამოცანა აიღო, შეტყობინების ავტორს პასუხობს და ეკითხება',
      en: 'An agency that has taken a task on answers and asks whoever referred',
    },
    when: isHolder,
    groups: nothing,
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
    name: 'own-duty-roster',
    actions: ['duty.publish', 'duty.read'],
    why: {
      ka: 'მორიგეობის გრაფიკს ადგენს და ხედავს ის, ვინ უწყებაში მორიგეობს ან მას ხელმძღვანელობს',
      en: 'Whoever takes duty or supervises at an agency keeps its roster',
    },
    when: (principal, subject) =>
      subject.ofAgency === principal.agency &&
      KEEPS_ROSTER.some((role) => hasRole(principal, role)),
    groups: () => ['outcome'],
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
  ...insideRules,
];
