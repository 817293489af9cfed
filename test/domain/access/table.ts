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
const AT_WORK = row('needed', 'is worker-of-it');
const VISIT_WORK = row('needed', ASKS_FOR_INTERVIEWS, 'is lead worker-of-it');

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
  'statement.read': [...LEAD, REFERRER, NATIONAL_DESK],
  'statement.consider': [...LEAD, NATIONAL_DESK],

  'case.read': [...LEAD, ...JOINED, FORMER, row([], 'is holder next-lead')],
  'case.add-task': [...LEAD, NATIONAL_DESK],
  'case.join': [...LEAD, ...JOINED],
  'case.record-telling': [...LEAD, row([], 'is holder')],
  'case.move': LEAD,
  'case.hand-over': [...LEAD, FORMER],
  'case.decide-safety': [...LEAD, row('needed', 'is seer')],
  'safety.read': [...LEAD, row([], 'is holder'), AT_WORK, row(['outcome'], OVERSIGHT)],
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
  'shield.read': LEAD,
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
  'recording.read': [row('needed', IN_IT)],
  'recording.ask': [row('needed', IN_IT)],
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
  'journal.read': [ANYBODY],
  'journal.sign': [row([], OVERSIGHT)],
  'journal.export': [row([], OVERSIGHT)],
  'access.explain': [row([], 'is same-person'), row([], OVERSIGHT)],
  'service.read': [row([], 'is owner lead'), row([], OVERSIGHT)],
  'feed.keep': [row([], 'is same-agency', KEEPS_AGENCY)],
  'feed.rewind': [row([], 'is same-agency', KEEPS_AGENCY), row([], OVERSIGHT, KEEPS_AGENCY)],
  'recall.make': [
    ...LEAD,
    row([], OVERSIGHT),
    row([], 'is referrer', 'record early-identification'),
  ],
  'recall.read': [
    ...LEAD,
    row([], OVERSIGHT),
    row([], 'is referrer', 'record early-identification'),
    row([], 'is recipient'),
  ],
  'recall.confirm': [row([], 'is recipient')],
} satisfies Partial<Record<Action, readonly Row[]>>;
