import type { Action } from '../../../shared/domain/access/actions.ts';
import type { Group } from '../../../shared/domain/referral/group.ts';

/** `is`, `kind`, `role` and `record` are followed by words of which one must hold; others stand alone. */
export type Condition = string;
export type Opens = 'all' | 'needed' | readonly Group[];
interface Row {
  /** Conditions that must all hold. */
  readonly when: readonly Condition[];
  readonly opens: Opens;
}

const row = (opens: Opens, ...when: Condition[]): Row => ({ when, opens });
const ANYBODY = row([]);
const OVERSIGHT = 'kind oversight';
const ASKS_FOR_INTERVIEWS = 'kind police prosecutor guardianship-body';
const IN_IT = 'is lead worker-of-it participant';
const KEEPS_AGENCY = 'role supervisor administrator system';

const LEAD = [row([], 'is lead'), row('all', 'is lead', 'taken-on')];
const JOINED = [row([], 'is joined-lead'), row('all', 'is joined-lead', 'taken-on')];
const FORMER = row('all', 'is former-lead');
const REFERRER = row('all', 'is referrer');
const OWNER = [row([], 'is owner'), row('needed', 'is owner', 'taken-on', 'more-than-told')];
const NATIONAL_DESK = row([], OVERSIGHT, 'is asked');
const OVERSIGHT_ASKED = row(['outcome'], OVERSIGHT, 'is asked');
const AT_WORK = row('needed', 'is worker-of-it');
const VISIT_WORK = row('needed', ASKS_FOR_INTERVIEWS, 'is lead worker-of-it');

const HAS_TO_DO_WITH_IT =
  'is sender behalf lead joined-lead former-lead next-lead owner holder asked seer participant site requester recipient';
const PROSECUTOR_AT_WORK = row(['outcome'], 'kind prosecutor', 'is worker-of-it');
/** A person who broke the glass, in the hour for which that holds. */
const EMERGENCY = row(
  ['identity', 'contact', 'whereabouts', 'concern', 'medical'],
  'person',
  'ticket',
  'not-shut-out',
);
const OFFICER = row(['outcome'], 'person', 'role data-protection-officer', OVERSIGHT);
const OFFICER_OF_LEAD = row(['outcome'], 'person', 'role data-protection-officer', 'is lead');
const OWN_DATA: Opens = [
  ...(['identity', 'contact', 'whereabouts', 'concern', 'childs-own-words', 'medical'] as const),
];
const INCIDENT = row(['outcome'], 'person', OVERSIGHT, 'role data-protection-officer supervisor');
const OWN_PEOPLE = row(['outcome'], 'person', 'is same-agency', 'role administrator');
const OVERSIGHT_PEOPLE = row(
  ['outcome'],
  ...['person', OVERSIGHT, 'is same-agency', 'role administrator supervisor'],
);

/** Who may what, by what is asked for; written from the design, one line for each way to be allowed. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  'referral.submit': [ANYBODY],
  'referral.list': [ANYBODY],
  'task.list': [ANYBODY],
  'feed.read': [ANYBODY],
  'endpoint.manage': [ANYBODY],
  'inbound.manage': [ANYBODY],
  'directory.read': [ANYBODY],
  'recall.list': [ANYBODY],

  'referral.read': [
    EMERGENCY,
    ...LEAD,
    ...JOINED,
    FORMER,
    REFERRER,
    row(['identity'], 'is behalf', 'role safety-person'),
    row([], 'is sender', 'record child-in-need'),
  ],
  'referral.explain': [...LEAD, ...JOINED, FORMER, REFERRER, NATIONAL_DESK],
  'referral.feedback': [...LEAD, row([], 'is worker-of-it'), NATIONAL_DESK],
  'referral.acknowledge': [REFERRER],
  'referral.withdraw': [REFERRER],
  'referral.close': LEAD,
  'referral.release-feedback': LEAD,
  'referral.close-loop': [
    row([], 'role supervisor', 'is lead'),
    row([], 'role supervisor', OVERSIGHT),
  ],
  'referral.except': LEAD,
  'referral.return': LEAD,
  'addition.make': [
    ...LEAD,
    FORMER,
    REFERRER,
    row([], 'is holder asked'),
    AT_WORK,
    row([], 'role duty', 'kind guardianship-body police hotline oversight'),
  ],
  'addition.read': [...LEAD, FORMER, REFERRER, row([], 'is holder'), AT_WORK],
  'question.ask': [...LEAD, row([], 'is worker-of-it', 'beyond-the-wall')],
  'question.read': [...LEAD, REFERRER, row([], 'is worker-of-it', 'beyond-the-wall')],
  'question.answer': [REFERRER],
  'statement.make': [REFERRER],
  'statement.read': [...LEAD, REFERRER, OVERSIGHT_ASKED],
  'statement.consider': [...LEAD, OVERSIGHT_ASKED],

  'case.read': [EMERGENCY, ...LEAD, ...JOINED, FORMER, row([], 'is holder next-lead')],
  'case.add-task': [...LEAD, NATIONAL_DESK],
  'case.join': [...LEAD, ...JOINED],
  'case.record-telling': [...LEAD, row([], 'is holder')],
  'case.move': LEAD,
  'case.hand-over': [...LEAD, FORMER],
  'case.decide-safety': [...LEAD, row('needed', 'is seer')],
  'safety.read': [EMERGENCY, ...LEAD, row([], 'is holder'), AT_WORK, row(['outcome'], OVERSIGHT)],
  'waiver.ask': LEAD,
  'waiver.confirm': [...LEAD, row(['outcome'], OVERSIGHT)],
  'waiver.read': [...LEAD, row(['outcome'], OVERSIGHT)],
  'conditions.read': [...LEAD, row(['outcome'], OVERSIGHT)],
  'task.read': [...LEAD, ...JOINED, FORMER, ...OWNER, NATIONAL_DESK],
  'task.transition': [...LEAD, ...OWNER],
  'task.redirect': [...LEAD, ...OWNER, NATIONAL_DESK],
  'task.urgency': LEAD,
  'perpetrator.read': [...LEAD, row(['concern'], 'kind police prosecutor', 'is holder')],
  'perpetrator.name': [...LEAD, row(['concern'], 'kind police prosecutor', 'is holder')],
  'speaker.read': [...LEAD, row(['family', 'outcome'], 'kind prosecutor court', 'is holder')],
  'speaker.decide': [...LEAD, row(['family', 'outcome'], 'kind prosecutor court', 'is holder')],
  'shield.read': [EMERGENCY, ...LEAD],
  'contact.confirm': LEAD,
  'notice.send': LEAD,
  'representative.request': LEAD,
  'conflict.declare': [
    row([], 'role supervisor', 'is lead'),
    row([], 'role supervisor', OVERSIGHT),
  ],
  'member.absence': [row([], 'is same-agency', 'role supervisor administrator')],

  'interview.open': [VISIT_WORK],
  'interview.book': [VISIT_WORK],
  'interview.cancel': [VISIT_WORK],
  'interview.plan': [VISIT_WORK, row('needed', ASKS_FOR_INTERVIEWS, 'is participant')],
  'interview.read': [row([], IN_IT), row(['family'], ASKS_FOR_INTERVIEWS, 'is lead worker-of-it')],
  'interview.consent': [row(['family'], ASKS_FOR_INTERVIEWS, 'is lead worker-of-it')],
  'interview.answer': [row([], 'is participant')],
  'interview.go-on': [row([], 'is lead requester site')],
  'interview.further': [row('needed', ASKS_FOR_INTERVIEWS, IN_IT)],
  'interview.approve': [row([], 'kind police prosecutor guardianship-body child-centre', IN_IT)],
  'episode.open': [row('needed', 'is lead'), row('needed', 'kind prosecutor', IN_IT)],
  'visit.read': [row('needed', IN_IT)],
  'visit.topics': [row([], 'is participant')],
  'visit.plan': [row('needed', 'is site'), row('needed', ASKS_FOR_INTERVIEWS, IN_IT)],
  'visit.prepare': [row('needed', 'is site'), row('needed', ASKS_FOR_INTERVIEWS, IN_IT)],
  'visit.run': [row('needed', 'is site')],
  'recording.file': [
    row('needed', 'is site'),
    row('needed', 'kind police prosecutor court', IN_IT),
  ],
  'recording.read': [row('needed', IN_IT, 'recording-open')],
  'recording.ask': [row('needed', IN_IT, 'recording-open')],
  'aftercare.record': [row('needed', IN_IT)],

  'resource.manage': [
    row(['outcome'], 'is same-agency', 'role worker supervisor administrator system'),
  ],
  'resource.read': [
    row(['outcome'], 'is same-agency', 'role worker supervisor administrator system'),
    row(
      [],
      'of-some-agency',
      'kind police prosecutor guardianship-body child-centre forensic-bureau court legal-aid',
    ),
  ],
  'centre.read': [
    row(['outcome'], 'kind child-centre', 'is same-agency', 'role worker duty supervisor system'),
  ],
  'calendar.open': [
    row([], 'is same-agency', 'is same-person'),
    row([], 'is same-agency', KEEPS_AGENCY),
  ],
  'duty.publish': [row(['outcome'], 'is same-agency', 'role duty supervisor administrator system')],
  'duty.read': [
    row(['outcome'], 'is same-agency', 'role duty supervisor administrator system'),
    row(['outcome'], OVERSIGHT),
  ],
  'oversight.read': [row(['outcome'], OVERSIGHT)],
  'oversight.check': [row([], OVERSIGHT, 'person')],
  'journal.read': [ANYBODY],
  'journal.sign': [row([], OVERSIGHT)],
  'journal.export': [row([], OVERSIGHT)],
  'access.explain': [row([], 'is same-person'), row([], OVERSIGHT)],
  'service.read': [row([], 'is owner lead'), row([], OVERSIGHT)],
  'feed.keep': [row([], 'is same-agency', KEEPS_AGENCY)],
  'feed.rewind': [row([], 'is same-agency', KEEPS_AGENCY), row([], OVERSIGHT, KEEPS_AGENCY)],
  'recall.make': [
    ...LEAD,
    row(['outcome'], OVERSIGHT),
    row([], 'is referrer', 'record early-identification'),
  ],
  'recall.read': [
    ...LEAD,
    row(['outcome'], OVERSIGHT),
    row([], 'is referrer', 'record early-identification'),
    row([], 'is recipient'),
  ],
  'recall.confirm': [row([], 'is recipient')],

  // Conflicts, seals and protected addresses
  'conflict.declare-own': [row([], HAS_TO_DO_WITH_IT)],
  'conflict.read': [row([], 'role supervisor', 'is lead'), row([], 'role supervisor', OVERSIGHT)],
  'conflict.undo': [row([], 'role supervisor', 'is lead'), row([], 'role supervisor', OVERSIGHT)],
  'seal.set': [PROSECUTOR_AT_WORK],
  'seal.lift': [PROSECUTOR_AT_WORK],
  'seal.read': [PROSECUTOR_AT_WORK, row([], 'is lead worker-of-it')],
  'address.protect': [row([], 'is lead worker-of-it')],
  'address.read': [
    row([], 'is lead worker-of-it'),
    row([], 'role supervisor', 'is lead'),
    row([], 'role supervisor', OVERSIGHT),
  ],
  'address.lift': [row([], 'is lead')],
  'address.confirm-lift': [
    row([], 'role supervisor', 'is lead'),
    row([], 'role supervisor', OVERSIGHT),
  ],

  // Consent
  'consent.record': [row([], 'is referrer lead holder')],
  'consent.withdraw': [row([], 'is referrer lead holder')],
  'consent.read': [
    row([], 'is referrer lead holder'),
    row(['family', 'outcome'], 'is referrer holder'),
    row(['family', 'outcome'], 'is lead', 'taken-on'),
    row(['outcome'], OVERSIGHT),
  ],
  'consent.override': [row([], 'is lead', 'role supervisor')],

  // Looking in an emergency, and who looked
  'break-glass.open': [
    row(
      ['outcome'],
      'person',
      'not-shut-out',
      'kind guardianship-body police prosecutor medical hotline oversight',
      'role worker duty supervisor safety-person data-protection-officer',
    ),
  ],
  'break-glass.read': [row(['outcome'], 'is lead same-person'), row(['outcome'], OVERSIGHT)],
  'break-glass.revoke': [row(['outcome'], 'is lead same-person'), row(['outcome'], OVERSIGHT)],
  'break-glass.review': [
    row(['outcome'], 'person', OVERSIGHT),
    row(['outcome'], 'person', 'is lead', 'role supervisor'),
  ],
  'access.read': [row([], 'is lead'), row([], OVERSIGHT)],
  'subject-access.ask': [OFFICER, OFFICER_OF_LEAD],
  'subject-access.read': [OFFICER, OFFICER_OF_LEAD, row(['outcome'], 'person', 'is lead')],
  'subject-access.decide': [OFFICER, OFFICER_OF_LEAD, row(['outcome'], 'person', 'is lead')],
  'subject-access.release': [
    row(OWN_DATA, 'person', 'role data-protection-officer', OVERSIGHT),
    row(OWN_DATA, 'person', 'role data-protection-officer', 'is lead'),
  ],
  'incident.report': [INCIDENT],
  'incident.read': [INCIDENT],

  // Accounts, and how long records and keys are kept
  'people.read': [OWN_PEOPLE, OVERSIGHT_PEOPLE],
  'people.manage': [OWN_PEOPLE],
  'people.confirm': [OVERSIGHT_PEOPLE],
  'client.rotate': [OWN_PEOPLE],
  'load.own': [row([], 'person', 'is same-agency')],
  'load.read': [row(['outcome'], 'person', 'is same-agency', 'role supervisor')],
  'membership.take-up': [row([], 'person', 'is same-agency')],
  'session.end': [row([], 'person', 'is same-agency')],
  'retention.read': [row([], 'is lead'), row(['outcome'], OVERSIGHT, 'person')],
  'hold.set': [row(['outcome'], OVERSIGHT, 'person')],
  'hold.lift': [row(['outcome'], OVERSIGHT, 'person')],
  'keys.rotate': [row([], OVERSIGHT, 'person')],
  'keys.read': [row([], OVERSIGHT, 'person')],
  'proceedings.end': [row([], 'kind prosecutor', 'is holder')],
} satisfies Partial<Record<Action, readonly Row[]>>;
