import type { Bird } from './birds.ts';
import { CENTRE, CLINIC, LEAD, NGO, POLICE, PROSECUTOR, SCHOOL, SERVICE } from './case.ts';

/**
 * Who may read what was written of a child, and by whom: a table of its own, made from the design
 * (section 9) and not from the rules of access.
 */
const INVESTIGATION = [POLICE, PROSECUTOR];
const WORKERS = [LEAD, ...INVESTIGATION, CLINIC, SERVICE, NGO];

const OF_A_REPORT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/child\/(givenName|familyName|personalNumber|identity)/, [...WORKERS, CENTRE]],
  [/^\/child\/whereabouts/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE]],
  [/^\/safeContact/, WORKERS],
  [/^\/allegedPerpetrators\/\*\/name/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE, CENTRE]],
  [/^\/(allegedPerpetrators|toldBefore)/, [LEAD, ...INVESTIGATION, CLINIC, SERVICE]],
  [/^\/narrative/, [LEAD, ...INVESTIGATION, SERVICE]],
  [/^\/childsOwnWords/, [LEAD, ...INVESTIGATION]],
  [/^\/reporter/, [LEAD, ...INVESTIGATION]],
  [/^\/relatedChildren/, [LEAD, ...INVESTIGATION, SERVICE]],
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
  holdPlanning: INVESTIGATION,
  fileTopics: [...INVESTIGATION, CENTRE],
  reviewTopic: [...INVESTIGATION, CENTRE],
  prepare: [...INVESTIGATION, CENTRE],
};

/** Agencies that may read a canary. */
export function mayHear({ operation, at, who }: Bird): readonly string[] {
  if (operation === 'submitReferral' || operation === 'addNews') {
    const [, readers = []] = OF_A_REPORT.find(([place]) => place.test(at)) ?? [];
    return [...readers, who];
  }
  return [LEAD, who, ...(OF_THE_WORK[operation] ?? [])];
}
