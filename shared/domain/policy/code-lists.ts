import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** The codes people meet; each list is a file section with a label in both languages per code. */
export const CodeListName = z.enum([
  'agencyKinds',
  'cancellationReasons',
  'channels',
  'childNowPlaces',
  'clocks',
  'closureConditions',
  'closureReasons',
  'consentStates',
  'consentNotAskedReasons',
  'failureReasons',
  'feedback',
  'forms',
  'holdReasons',
  'identityStates',
  'instructions',
  'ladderRoles',
  'languages',
  'levels',
  'needs',
  'nextSteps',
  'outcomes',
  'redirectReasons',
  'referralKinds',
  'referralStatuses',
  'rejectionReasons',
  'relatedRoles',
  'relations',
  'reporterModes',
  'sexes',
  'taskKinds',
  'taskRoles',
  'taskStatuses',
  'tracks',
  'urgencies',
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
