import type { Row } from '../raw-table.ts';
import { PERSON } from '../steps.ts';
import { calmViolence, early, type Violence, violence } from '../submissions.ts';
import { interviewBodies } from './interview-bodies.ts';
import { any, code, coin, editionOf, hours, of, pick, type Scene } from './scene.ts';

type Records = Readonly<Record<string, Row>>;
export type Body = (scene: Scene, records: Records) => unknown;

type Perpetrator = NonNullable<Violence['allegedPerpetrators']>[number];

const AGENCIES = [
  ...['agency-imereti', 'agency-guria', 'police-imereti', 'clinic-kutaisi', 'prosecutor-imereti'],
  ...['municipality-zestaponi', 'oversight-national', 'centre-kutaisi'],
];
const agency = ({ random }: Scene) => pick(AGENCIES, random);
const NOTE = 'ერთი წინადადება';
/** Numbers of safe contacts: the only ones outside the agencies that may ever be called. */
export const CONTACTS = ['+995 555 90 90 90', '+995 555 90 90 91'] as const;
const PEOPLE = ['person-giorgi-agency-imereti', 'person-davit-police-imereti'];

const father: Perpetrator = { relation: 'father', livesWithChild: 'yes', isGuardian: 'yes' };

const perpetrator = (scene: Scene): Perpetrator =>
  any<Perpetrator>(
    scene,
    father,
    { relation: 'teacher', employer: 'school-zestaponi' },
    { relation: 'acquaintance', employer: 'police-imereti' },
    { relation: 'institution-staff', employer: 'agency-imereti' },
  );

const referral: Body = (scene) =>
  any<() => unknown>(
    scene,
    () => violence(),
    () => violence({ forms: ['sexual'] }),
    () => calmViolence(),
    () => violence({ allegedPerpetrators: [perpetrator(scene)] }),
    () => violence({ reporter: { mode: 'masked' } }),
    () => violence({ reporter: { mode: 'anonymous' }, channel: 'phone' }),
    () => violence({ relatedChildren: [{ role: 'at-home' }, { role: 'alleged-to-have-harmed' }] }),
    () => early(),
    () => early({ 'weapon-threat': 'yes' }),
  )();

/** A step the pack allows from where the task stands, with what it needs. */
const step: Body = (scene, { taskId }) => {
  const { transitions } = editionOf(scene).statuses;
  const allowed = pick(
    transitions.filter(({ from }) => from === taskId?.status),
    scene.random,
  );
  return {
    to: allowed?.to ?? 'received',
    ...(allowed?.needs.includes('actingPerson') && { actingPerson: PERSON }),
    ...(allowed?.needs.includes('outcome') && { outcome: code(scene, 'outcomes') }),
    ...(allowed?.reasons && { reason: code(scene, allowed.reasons) }),
  };
};

const safety: Body = (scene) =>
  coin(scene, 0.7)
    ? {
        childSeenAt: hours(scene, -0.1),
        seenBy: { name: PERSON.name },
        seenAlone: 'yes',
        where: code(scene, 'childNowPlaces'),
        sleepsTonight: code(scene, 'sleepsTonight'),
        measures: [{ kind: 'none' }],
        siblingsChecked: 'none',
        reviewBy: hours(scene, 20),
        reason: NOTE,
      }
    : {
        notSeen: code(scene, 'notSeenReasons'),
        triedAt: hours(scene, -0.1),
        reviewBy: hours(scene, 2),
        reason: NOTE,
      };

/** What is sent with each command: mostly what the hub can take, never what it wants to hear. */
export const bodies: Readonly<Record<string, Body>> = {
  ...interviewBodies,
  submitReferral: referral,
  transitionTask: step,
  redirectTask: (scene) => ({ to: agency(scene), reason: code(scene, 'redirectReasons') }),
  addTask: (scene) => ({
    kind: code(scene, 'taskKinds'),
    agency: agency(scene),
    urgency: any(scene, 'urgent', 'high', 'routine'),
  }),
  sendFeedback: (scene) => ({
    code: code(scene, 'feedback'),
    ...(coin(scene, 0.2) && { message: NOTE }),
  }),
  acknowledgeFeedback: () => undefined,
  releaseFeedback: () => ({}),
  closeFeedbackLoop: (scene) => ({ reason: code(scene, 'loopClosingReasons') }),
  exceptFromFeedback: (scene) => ({ code: code(scene, 'feedbackExceptions') }),
  closeReferral: (scene) => ({ reason: code(scene, 'closureReasons'), note: NOTE }),
  askReferrer: () => ({ question: NOTE }),
  answerQuestion: () => ({ answer: NOTE }),
  returnReferral: (scene) => ({ reason: code(scene, 'returnReasons'), question: NOTE }),
  withdrawReferral: (scene) => ({ reason: code(scene, 'withdrawalReasons') }),
  makeStatement: (scene) => ({ kind: code(scene, 'statementKinds'), text: NOTE }),
  considerStatement: () => ({ note: NOTE }),
  makeRecall: (scene) =>
    any(
      scene,
      { kind: 'consent-withdrawn', reason: 'family-withdrew' },
      { kind: 'correction', reason: 'fact-wrong', correction: NOTE },
      { kind: 'wrong-agency', reason: 'other-area', to: [agency(scene)] },
    ),
  confirmRecall: (scene) => ({
    ...(any<unknown>(
      scene,
      { status: 'deleted' },
      { status: 'kept', basis: code(scene, 'recallBases') },
    ) as object),
    actingPerson: PERSON,
  }),
  recordSharingConsent: (scene) => ({
    ...{ from: code(scene, 'consentGivers'), person: NOTE, purposes: ['family-support'] },
    ...{ recipients: ['municipality'], language: 'ka', givenOn: '2026-11-01' },
    evidence: code(scene, 'consentEvidence'),
  }),
  withdrawSharingConsent: (scene) => ({ from: code(scene, 'consentGivers') }),
  overrideSharingConsent: (scene) => ({
    ...{ reason: code(scene, 'sharingOverrideReasons'), words: NOTE.repeat(3), days: 14 },
    ...{ purposes: ['family-support'], recipients: ['municipality'] },
  }),
  previewReferral: referral,
  decideSafety: safety,
  askWaiver: (scene) =>
    coin(scene)
      ? {
          track: any(scene, 'justice', 'body', 'mind', 'safety'),
          reason: code(scene, 'waiverReasons'),
          note: NOTE,
          askedBy: PERSON,
        }
      : {
          task: pick(of(scene, 'task'), scene.random)?.id,
          reason: code(scene, 'waiverReasons'),
          note: NOTE,
          askedBy: PERSON,
        },
  confirmWaiver: () => ({}),
  endProceedings: (scene) => ({
    outcome: code(scene, 'proceedingsOutcomes'),
    endedAt: hours(scene, any(scene, -1, -30)),
  }),
  setHold: (scene) => ({ reason: code(scene, 'erasureHolds'), note: NOTE }),
  askLifting: () => ({ note: NOTE }),
  confirmLifting: () => ({}),
  beginRotation: () => ({}),
  breakGlass: (scene) => ({
    record: pick([...of(scene, 'case'), ...of(scene, 'referral')], scene.random)?.id,
    reason: `საგანგებო ვითარება ბავშვთან ${hours(scene, 0)}`,
  }),
  revokeTicket: () => undefined,
  reviewTicket: (scene) => ({ finding: any(scene, 'justified', 'not-justified'), reason: NOTE }),
  checkWatched: (scene) => ({ finding: any(scene, 'in-order', 'taken-up') }),
  askSubjectAccess: (scene) => ({
    record: pick([...of(scene, 'case'), ...of(scene, 'referral')], scene.random)?.id,
    subject: code(scene, 'dataSubjects'),
    requester: code(scene, 'dataSubjects'),
    name: 'ვინმე',
    ties: {
      accused: any(scene, 'yes', 'no', 'unknown'),
      sharesHousehold: any(scene, 'yes', 'no', 'unknown'),
      dependsOnAccused: any(scene, 'yes', 'no', 'unknown'),
    },
  }),
  decideSubjectAccess: (scene) => ({ verdict: any(scene, 'release', 'refuse'), reason: NOTE }),
  releaseSubjectPack: () => undefined,
  publishRoster: (scene) => ({
    people: [PERSON],
    shifts: [{ from: hours(scene, -1), to: hours(scene, any(scene, 1, 30, 90)), person: 0 }],
  }),
  addNews: (scene) => ({
    narrative: NOTE,
    ...(coin(scene) && { immediateDanger: any(scene, 'yes', 'no', 'unsure') }),
    ...(coin(scene, 0.3) && { forms: [code(scene, 'forms')] }),
    ...(coin(scene, 0.3) && { allegedPerpetrators: [perpetrator(scene)] }),
    ...(coin(scene, 0.2) && { relatedChildren: [{ role: code(scene, 'relatedRoles') }] }),
  }),
  changeUrgency: (scene) => ({
    urgency: any(scene, 'urgent', 'high', 'routine'),
    reason: code(scene, 'urgencyReasons'),
  }),
  namePerpetrator: (scene) => ({ perpetrator: perpetrator(scene) }),
  correctPerpetrator: (scene) => ({ perpetrator: perpetrator(scene) }),
  decideSpeaker: (scene) => ({
    person: { name: 'ვინმე' },
    capacity: code(scene, 'capacities'),
    accused: any(scene, 'yes', 'no', 'unknown'),
    sharesHousehold: any(scene, 'yes', 'no', 'unknown'),
    dependsOnAccused: any(scene, 'yes', 'no', 'unknown'),
    reason: NOTE,
  }),
  confirmContact: (scene) => ({
    person: 'ბებია',
    phone: any(scene, ...CONTACTS),
    accused: any(scene, 'no', 'no', 'unknown'),
    sharesHousehold: any(scene, 'no', 'no', 'yes'),
    dependsOnAccused: any(scene, 'no', 'no', 'unknown'),
    inHousehold: any(scene, 'no', 'no', 'yes'),
  }),
  withdrawContact: () => undefined,
  sendNotice: (scene) => ({ kind: code(scene, 'noticeKinds') }),
  undoConflict: () => undefined,
  sealCase: (scene) => ({
    groups: any(scene, ['narrative'], ['medical', 'statement'], ['narrative', 'medical']),
    openTo: any(scene, [], ['police'], ['police', 'court']),
    reason: NOTE,
  }),
  liftSeal: () => ({ reason: NOTE }),
  protectAddress: (scene) => ({ reason: code(scene, 'addressProtectionReasons') }),
  askAddressLift: (scene) => ({ reason: code(scene, 'addressLiftReasons') }),
  confirmAddressLift: () => undefined,
  declareConflict: (scene) =>
    coin(scene)
      ? { account: pick(PEOPLE, scene.random), reason: code(scene, 'conflictReasons') }
      : { agency: agency(scene), reason: code(scene, 'conflictReasons') },
  requestRepresentative: () => ({}),
  declareAbsence: (scene) => ({ kind: 'leave', to: hours(scene, 48) }),
  moveCase: (scene) => ({
    to: any(scene, 'ozurgeti', 'tbilisi', 'unknown', 'zestaponi'),
    since: hours(scene, -24).slice(0, 10),
    source: code(scene, 'moveSources'),
  }),
  handOverCase: (scene) => ({ at: hours(scene, -0.1), persons: [PERSON, { name: 'მეორე' }] }),
  joinCase: (scene) => ({
    referral: pick(of(scene, 'referral'), scene.random)?.id,
    same: any(scene, 'yes', 'no'),
    reason: NOTE,
  }),
  undoJoining: () => ({ reason: NOTE }),
  recordTelling: (scene) => ({
    to: agency(scene),
    at: hours(scene, -0.1),
    why: code(scene, 'tellingReasons'),
  }),
  holdPlanning: (scene) => ({
    heldAt: hours(scene, -0.1),
    attendance: [{ agency: agency(scene), role: 'investigator' }],
    agenda: editionOf(scene).visit.agenda.map((point) => point.code),
    decisions: [{ item: 'siblings', note: NOTE }],
    informs: { agency: agency(scene), person: PERSON },
  }),
  fileTopics: (scene) =>
    coin(scene)
      ? { topics: [{ topic: code(scene, 'interviewTopics'), question: NOTE }] }
      : { nothing: true },
  reviewTopic: () => ({ decision: 'kept' }),
  permitTopics: () => ({ permits: ['family'] }),
  prepare: (scene) => ({ notDone: code(scene, 'preparationReasons') }),
  startVisit: (scene) => ({ present: [{ role: 'interviewer', agency: agency(scene) }] }),
  visitBreak: (scene) => (coin(scene) ? { begin: true } : { end: true }),
  endVisit: (scene) => ({
    result: code(scene, 'interviewResults'),
    covered: [1, 2, 3],
    notAsked: [],
  }),
  fileRecording: (scene) => ({
    content: code(scene, 'ledgerItems'),
    sha256: 'a'.repeat(64),
    holder: agency(scene),
    place: NOTE,
  }),
  useRecording: (scene) => ({
    use: any(scene, 'view', 'copy', 'handover'),
    who: agency(scene),
    purpose: code(scene, 'ledgerPurposes'),
  }),
  askForRecording: (scene) => ({ purpose: code(scene, 'ledgerPurposes') }),
  answerRequest: () => ({ answer: 'given' }),
  recordCare: (scene) => ({ code: 'therapy', state: code(scene, 'careStates') }),
  endDeparture: () => ({ reasons: [] }),
  askEpisode: (scene) => ({ reason: code(scene, 'episodeReasons'), note: NOTE }),
  confirmEpisode: () => undefined,
  askFurther: (scene) => ({
    need: code(scene, 'furtherNeeds'),
    necessity: NOTE,
    topics: [{ topic: code(scene, 'interviewTopics') }],
  }),
  approveInterview: () => undefined,
  goOn: (scene) => ({ childAgrees: any(scene, 'yes', 'no') }),
  closeVisit: (scene) => ({ reason: code(scene, 'cancelReasons') }),
  waitForSlot: (scene) => ({ reason: code(scene, 'waitingReasons') }),
  holdSlot: () => ({ slot: NOTE }),
  moveBooking: () => ({ slot: NOTE }),
  confirmBooking: () => undefined,
  declineBooking: (scene) => ({
    reason: code(scene, 'declineReasons'),
    alternative: any<unknown>(scene, 'nobody', { from: hours(scene, 50), to: hours(scene, 53) }),
  }),
  cancelBooking: (scene) => ({ reason: code(scene, 'cancelReasons') }),
  recordNoShow: (scene) => ({ who: any(scene, 'child', 'prosecutor') }),
};
