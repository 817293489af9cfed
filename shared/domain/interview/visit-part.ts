import * as z from 'zod';

/** The visit is one plan with its parts in order; the medical comes before or after the interview. */
export const VisitPart = z.enum(['planning', 'medical', 'interview', 'first-contact']);
export type VisitPart = z.infer<typeof VisitPart>;

/** Where somebody is during a part. Nobody but child and interviewer sits in the interview room. */
export const Place = z.enum([
  'interview-room',
  'observation-room',
  'medical-room',
  'own-room',
  'waiting-room',
  'screen',
]);
export type Place = z.infer<typeof Place>;
