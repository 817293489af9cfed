import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { Code, Language, line, text } from '../text.ts';
import { AllegedPerpetrator, Child, RelatedChild, Reporter, SafeContact } from './child.ts';

const Precision = z.enum(['minute', 'hour', 'day', 'week', 'month']);
const Moment = z.iso.datetime({ offset: true });

/**
 * When it last happened; the precision says how far the statement can be trusted. A bare date is
 * true to the day, a bare instant to the minute.
 */
export const LastIncident = z.union([
  z.iso.date().transform((at) => ({ at, precision: 'day' as const })),
  Moment.transform((at) => ({ at, precision: 'minute' as const })),
  z.strictObject({ at: z.union([z.iso.date(), Moment]), precision: Precision }),
]);

const shared = {
  child: Child,
  relatedChildren: z.array(RelatedChild).max(15).default([]),
  reporter: Reporter,
  onBehalfOf: z.strictObject({ agency: AgencyId, mayBeTold: z.boolean() }).optional(),
  channel: z.enum(['form', 'phone', 'system']).default('system'),
  /** Where the child or its safe adult is to be found is shown only to those who must go there. */
  protectAddress: z.literal(true).optional(),
  narrativeLanguage: Language.default('ka'),
};

/**
 * A worry about violence needs one sentence, where the child is and how to call back
 * (`reporter.phone`, or the agency's own desk); whatever else is missing becomes somebody's task.
 */
export const ViolenceSubmission = z.strictObject({
  kind: z.literal('violence'),
  ...shared,
  narrative: text(8000),
  safeContact: SafeContact.optional(),
  forms: z.array(Code).max(15).default([]),
  immediateDanger: z.enum(['yes', 'no', 'unsure']).default('unsure'),
  lastIncidentAt: LastIncident.optional(),
  allegedPerpetrators: z.array(AllegedPerpetrator).max(10).default([]),
  /** Word for word, kept apart from the narrative; nobody asks the child for it. */
  childsOwnWords: text(4000).optional(),
  injuryVisible: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  /** The child has hurt itself or speaks of it: health care at once. */
  selfHarmRisk: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  /** Whom the child has already told: never to be asked of the child. */
  toldBefore: z.array(line(150)).max(20).default([]),
});

const Indicator = z.strictObject({
  code: Code,
  answer: z.enum(['yes', 'no', 'not-known']),
  evidence: text(1000).optional(),
});

/** Consent of the family, or why it was not asked: asking may itself endanger the child. */
const Consent = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('given'),
    by: line(150),
    on: z.iso.date(),
    language: Language,
  }),
  z.strictObject({ state: z.literal('refused'), by: line(150), on: z.iso.date() }),
  z.strictObject({ state: z.literal('not-asked'), reason: Code }),
]);

export const EarlyIdentificationSubmission = z.strictObject({
  kind: z.literal('early-identification'),
  ...shared,
  narrative: text(8000).optional(),
  instrument: z.strictObject({ id: Code, version: z.string().max(20) }),
  indicators: z.array(Indicator).min(1).max(120),
  /** The referrer's own worry, 0 (none) to 3 (great): it can raise attention, never lower it. */
  worry: z.int().min(0).max(3),
  consent: Consent,
});

export const ReferralSubmission = z.discriminatedUnion('kind', [
  ViolenceSubmission,
  EarlyIdentificationSubmission,
]);
export type ViolenceSubmission = z.infer<typeof ViolenceSubmission>;
export type EarlyIdentificationSubmission = z.infer<typeof EarlyIdentificationSubmission>;
export type ReferralSubmission = z.infer<typeof ReferralSubmission>;
