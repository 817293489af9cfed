import { ANA, ELENE, KETEVAN, RUSUDAN, ZURA } from './accounts.ts';
import type { Bird } from './birds.ts';
import { CENTRE, CLINIC, GIORGI, LEAD, NGO, POLICE, PROSECUTOR, SCHOOL, SERVICE } from './case.ts';
import { MOVED_FROM, NEXT, REFERRER } from './family.ts';

/**
 * Who may read what was written of a child, and by whom: a table of its own, made from the design
 * (section 9) and not from the rules of access.
 */
const INVESTIGATION = [POLICE, PROSECUTOR];
const WORKERS = [LEAD, ...INVESTIGATION, CLINIC, SERVICE, NGO];
const OVERSIGHT = ['oversight-national', ELENE, ANA];
/** Accounts of people: each may hear what its agency may, beside what is its own. */
const ACCOUNT_OF: Readonly<Record<string, string>> = { [KETEVAN]: LEAD, [GIORGI]: LEAD };

const OF_A_REPORT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/child\/(givenName|familyName|personalNumber|identity)/, [...WORKERS, CENTRE]],
  // The centre reads the account once the interview has ended: by then nobody can be led by it.
  [/^\/child\/whereabouts/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE, CENTRE]],
  [/^\/safeContact/, WORKERS],
  [/^\/allegedPerpetrators\/\*\/name/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE, CENTRE]],
  [/^\/(allegedPerpetrators|toldBefore)/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE, CENTRE]],
  [/^\/narrative/, [LEAD, ...INVESTIGATION, SERVICE, CENTRE]],
  [/^\/childsOwnWords/, [LEAD, ...INVESTIGATION, CENTRE]],
  [/^\/reporter/, [LEAD, ...INVESTIGATION]],
  [/^\/relatedChildren/, [LEAD, ...INVESTIGATION, SERVICE, CENTRE]],
];

/** Words about the work: whoever wrote them and the lead, and beside these: */
const OF_THE_WORK: Readonly<Record<string, readonly string[]>> = {
  sendFeedback: [SCHOOL],
  askReferrer: [SCHOOL],
  decideSafety: [...INVESTIGATION, SERVICE, CLINIC],
  makeRecall: [...INVESTIGATION, CLINIC, SERVICE, NGO, CENTRE],
  addTask: [PROSECUTOR, SERVICE, NGO],
  namePerpetrator: [...INVESTIGATION, CLINIC, SERVICE, CENTRE],
  correctPerpetrator: [...INVESTIGATION, CLINIC, SERVICE, CENTRE],
  decideSpeaker: [PROSECUTOR],
  openInterview: INVESTIGATION,
  planInterview: INVESTIGATION,
  recordConsent: INVESTIGATION,
  holdPlanning: [...INVESTIGATION, CENTRE],
  fileTopics: [...INVESTIGATION, CENTRE],
  reviewTopic: [...INVESTIGATION, CENTRE],
  prepare: [...INVESTIGATION, CENTRE],
  startVisit: [...WORKERS, CENTRE],
  // Whoever needs the statement asks for the recording, and reads what became of it.
  fileRecording: [...WORKERS, CENTRE],
  useRecording: [...WORKERS, CENTRE],
  askForRecording: [...WORKERS, CENTRE],
  answerRequest: [...WORKERS, CENTRE],
  recordCare: [CENTRE, CLINIC],
  // A second person sees what is waived and who answered a recall.
  askWaiver: OVERSIGHT,
  confirmRecall: OVERSIGHT,
  publishRoster: [...OVERSIGHT, RUSUDAN],
  breakGlass: [...OVERSIGHT, ZURA],
  reviewTicket: [...OVERSIGHT, ZURA],
};

/** Words about an agency’s accounts and about the records themselves: the lead has no part in them. */
const OF_ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  invitePerson: [RUSUDAN],
  takeUpMembership: [],
  putResource: [LEAD, RUSUDAN],
  askSubjectAccess: [ELENE, KETEVAN],
  decideSubjectAccess: [ELENE, KETEVAN],
  reportIncident: [ELENE, ANA],
  setHold: [ELENE, ANA],
  askLifting: [ELENE, ANA],
};

/** Of a family that needs support nobody knows but who sent it and who supports it. */
const OF_A_FAMILY: Readonly<Record<string, readonly string[]>> = {
  recordSharingConsent: OVERSIGHT,
  overrideSharingConsent: OVERSIGHT,
};
const IN_A_FAMILY = ['recordSharingConsent', 'overrideSharingConsent'];

/** What was told of the child that moved, in words of its own referrer: the new unit leads there. */
const WHO_MOVED = [LEAD, NEXT, ...INVESTIGATION];

/** A pack for the child holds its own data: in the answer that releases it, and nowhere else. */
export const isReleased = (operation: string, bird: Bird): boolean =>
  operation === 'releaseSubjectPack' &&
  bird.operation === 'submitReferral' &&
  /^\/(child\/(givenName|familyName|personalNumber|identity)|childsOwnWords)/.test(bird.at);

/** Whether somebody may read a canary. */
export const mayHear = (bird: Bird, reader: string): boolean => {
  const heardBy = hearersOf(bird);
  return heardBy.includes(reader) || heardBy.includes(ACCOUNT_OF[reader] ?? reader);
};

function hearersOf({ operation, at, who }: Bird): readonly string[] {
  // A supervisor sees by name what her people have in hand.
  if (operation === 'invitePerson' && at === '/name') return [RUSUDAN, KETEVAN];
  const accounts = OF_ACCOUNTS[operation];
  if (accounts) return accounts;
  if (who === REFERRER || IN_A_FAMILY.includes(operation)) {
    return [SERVICE, REFERRER, ...(OF_A_FAMILY[operation] ?? [])];
  }
  if (who === MOVED_FROM || who === NEXT) return [...WHO_MOVED, MOVED_FROM];
  if (operation === 'moveCase' || operation === 'handOverCase') return WHO_MOVED;
  if (operation === 'recordCare' && at.startsWith('/person')) return [...WORKERS, CENTRE];
  if (operation === 'makeRecall' && who === SERVICE) return [SERVICE, REFERRER];
  if (operation === 'submitReferral' || operation === 'addNews') {
    const [, readers = []] = OF_A_REPORT.find(([place]) => place.test(at)) ?? [];
    return [...readers, who];
  }
  return [LEAD, who, ...(OF_THE_WORK[operation] ?? [])];
}
