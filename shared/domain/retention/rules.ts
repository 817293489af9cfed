import * as z from 'zod';
import { ReferralKind } from '../referral/kind.ts';
import { Code } from '../text.ts';

/** How long what a file holds is kept, and from when it counts. */
export const RetentionRule = z.strictObject({
  id: Code,
  kinds: z.array(ReferralKind).min(1),
  /** A record of violence is evidence: its time does not begin before proceedings have ended. */
  from: z.enum(['proceedings-ended', 'closed']),
  years: z.int().min(1),
  source: z.string().optional(),
  legalCheck: z.literal('owed').optional(),
  check: z.string().optional(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** The schedule by which files are erased. */
export const RetentionRules = z
  .strictObject({
    /** How far ahead the oversight body is shown what will be erased. */
    noticeDays: z.int().min(1),
    /** When a file whose time has come, and that must not go yet, is looked at again. */
    lookAgainDays: z.int().min(1),
    rules: z.array(RetentionRule).min(1),
  })
  .refine(
    ({ rules }) =>
      ReferralKind.options.every(
        (kind) => rules.filter(({ kinds }) => kinds.includes(kind)).length === 1,
      ),
    'each kind of referral needs exactly one rule',
  )
  .refine(
    ({ rules }) =>
      rules.every(({ kinds, from }) => !kinds.includes('violence') || from === 'proceedings-ended'),
    'a record of violence is kept at least until proceedings have ended',
  );
export type RetentionRules = z.infer<typeof RetentionRules>;
