import * as z from 'zod';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { RecallKind } from './recall.ts';

const KindRule = z
  .strictObject({ urgency: Urgency, reasons: z.array(Code).min(1), ...provenance })
  .refine(isSourced, UNSOURCED);

/** What the pack says of taking back what was shared. */
export const RecallRules = z.strictObject({
  /** How soon each kind must be answered, and for which reasons it is made. */
  kinds: z.record(RecallKind, KindRule),
  /** Withdrawing an early identification for one of these takes back what was shared, for that reason. */
  withdrawal: z
    .strictObject({ reasons: z.record(Code, Code), ...provenance })
    .refine(isSourced, UNSOURCED),
});
export type RecallRules = z.infer<typeof RecallRules>;
