import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** The codes people meet; each list is a file section with a label in both languages per code. */
export const CodeListName = z.enum([
  'absenceKinds',
  'agencyKinds',
  'callResults',
  'calledPersons',
  'cancellationReasons',
  'capacities',
  'channels',
  'childNowPlaces',
  'clocks',
  'closureConditions',
  'closureReasons',
  'closureSteps',
  'contactWays',
  'consentStates',
  'consentNotAskedReasons',
  'conflictReasons',
  'failureReasons',
  'feedback',
  'feedbackExceptions',
  'forms',
  'holdReasons',
  'identityStates',
  'instructions',
  'ladderRoles',
  'ladderWays',
  'languages',
  'levels',
  'moveSources',
  'loopClosingReasons',
  'measures',
  'needs',
  'nextSteps',
  'notSeenReasons',
  'offers',
  'noticeKinds',
  'outcomes',
  'redirectReasons',
  'referralKinds',
  'referralStatuses',
  'rejectionReasons',
  'relatedRoles',
  'relations',
  'reporterModes',
  'resourceKinds',
  'resourceLosses',
  'returnReasons',
  'sexes',
  'sleepsTonight',
  'statementKinds',
  'takenUp',
  'shieldRules',
  'taskKinds',
  'taskRoles',
  'taskStatuses',
  'tellingReasons',
  'tracks',
  'urgencies',
  'urgencyReasons',
  'visitRoles',
  'waiverReasons',
  'withdrawalReasons',
  'watchedLists',
  'visitParts',
  'visitPlaces',
  'tierFacts',
  'medicalOrders',
  'medicalWindows',
  'qualifications',
  'forbiddenTimes',
  'visitWishes',
  'declineReasons',
  'cancelReasons',
  'breachReasons',
  'consentResults',
  'consentVoids',
  'grounds',
  'legalForms',
  'interviewStatuses',
  'bookingStates',
  'interviewResults',
  'visitNeeds',
  'visitExceptions',
  'planReasons',
  'noMeetingReasons',
  'interviewTopics',
  'topicDroppedReasons',
  'topicNotAskedReasons',
  'preparationReasons',
  'ledgerItems',
  'ledgerUses',
  'ledgerPurposes',
  'ledgerRefusals',
  'leavingReasons',
  'selfHarmResults',
  'careStates',
  'careReasons',
  'yesNo',
]);
export type CodeListName = z.infer<typeof CodeListName>;

const CodeLabels = z
  .strictObject({ ...Labels.shape, ...provenance })
  .refine(({ legalCheck, check }) => (legalCheck === undefined) === (check === undefined), {
    error: 'legalCheck and check go together',
  });

const Code = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/)
  .max(60);

export const CodeLists = z
  .strictObject({
    lists: z.record(CodeListName, z.record(Code, CodeLabels)),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type CodeLists = z.infer<typeof CodeLists>;
