import * as z from 'zod';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

const CallBack = z
  .strictObject({ number: z.string().regex(/^\+?[0-9][0-9 ]{2,18}$/), ...provenance })
  .refine(isSourced, UNSOURCED);

const GiveUp = z
  .strictObject({ minutes: z.int().min(1), ...provenance })
  .refine(isSourced, UNSOURCED);

/** What the pack says of calls to people on duty. */
export const CallSettings = z.strictObject({
  /** Where whoever was called rings back. */
  callBack: CallBack,
  /** A provider that fails is asked again every minute for so long; then somebody else is called. */
  giveUpAfter: GiveUp,
});
export type CallSettings = z.infer<typeof CallSettings>;
