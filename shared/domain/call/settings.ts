import * as z from 'zod';
import { TimeOfDay } from '../calendar/calendar.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

const CallBack = z
  .strictObject({ number: z.string().regex(/^\+?[0-9][0-9 ]{2,18}$/), ...provenance })
  .refine(isSourced, UNSOURCED);

const GiveUp = z
  .strictObject({ minutes: z.int().min(1), ...provenance })
  .refine(isSourced, UNSOURCED);

const Digest = z
  .strictObject({ times: z.array(TimeOfDay).min(1).max(8), ...provenance })
  .refine(isSourced, UNSOURCED);

/** What the pack says of calls to people on duty. */
export const CallSettings = z.strictObject({
  /** Where whoever was called rings back. */
  callBack: CallBack,
  /** A provider that fails is asked again every minute for so long; then somebody else is called. */
  giveUpAfter: GiveUp,
  /** At these times of a working day agencies without a system are told what waits for them. */
  digest: Digest,
});
export type CallSettings = z.infer<typeof CallSettings>;
