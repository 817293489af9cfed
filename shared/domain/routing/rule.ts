import * as z from 'zod';
import { ClockName } from '../clock/definition.ts';
import { AgencyKind } from '../directory/agency.ts';
import type { AgencyId } from '../ids.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { ReferralKind } from '../referral/kind.ts';
import { TaskRole, Track, Urgency } from '../task/statuses.ts';
import { Inside } from './inside.ts';

/** What routing knows of a referral: codes and numbers, never a name or a sentence. */
export interface RoutingFacts {
  readonly kind: ReferralKind;
  readonly forms: readonly string[];
  readonly immediateDanger: 'yes' | 'no' | 'unsure';
  readonly injuryVisible: 'yes' | 'no' | 'unknown';
  readonly selfHarmRisk: 'yes' | 'no' | 'unknown';
  readonly identity: 'known' | 'partly' | 'unknown' | 'unborn';
  readonly accusedLivesWithChild: 'yes' | 'no' | 'unknown';
  readonly accusedEmployerKinds: readonly string[];
  /** How the alleged perpetrators stand to the child. */
  readonly accusedRelations?: readonly string[];
  readonly needs: readonly string[];
  readonly relatedRoles: readonly string[];
  /** Whether a child said to have harmed this one goes to the same school. */
  readonly sameSchool?: 'yes' | 'no' | 'unknown' | undefined;
  /** A school referred under its own name: it may be asked, and nobody learns of a report by that. */
  readonly referringSchool?: 'yes' | 'no' | undefined;
  readonly dangerIndicator: 'yes' | 'no';
  readonly unknownShareHigh: 'yes' | 'no';
  /** The family's consent to early identification, or why it was not asked. */
  readonly consent?: string | undefined;
  /** Undefined: not known. */
  readonly hoursSinceLastIncident?: number | undefined;
  readonly ageYears?: number | undefined;
  /** Level 1 to 4 of an early identification. */
  readonly level?: number | undefined;
  /** Earlier reports of the child within the time that the pack names. */
  readonly repeatReports?: number | undefined;
  /** Agencies that have reported the child, this one among them. */
  readonly reportedByAgencies?: number | undefined;
  /** RFC 3339 instant at which the child leaves the referrer's sight. */
  readonly childNowUntil?: string | undefined;
  /** Agencies that employ an alleged perpetrator: never addressed, another unit stands in. */
  readonly excluded?: readonly AgencyId[];
}

/** Facts with one code as their value. */
const CodeFact = z.enum([
  'kind',
  'immediateDanger',
  'injuryVisible',
  'selfHarmRisk',
  'identity',
  'accusedLivesWithChild',
  'dangerIndicator',
  'unknownShareHigh',
  'consent',
  'sameSchool',
  'referringSchool',
]);
/** Facts with any number of codes. */
const CodesFact = z.enum([
  'forms',
  'accusedEmployerKinds',
  'accusedRelations',
  'needs',
  'relatedRoles',
]);
/** Facts that are numbers and may be unknown. */
const NumberFact = z.enum([
  'hoursSinceLastIncident',
  'ageYears',
  'level',
  'repeatReports',
  'reportedByAgencies',
]);

const codes = z.array(z.string()).min(1);
/** An unknown number fails a comparison, unless the rule takes the stricter side of it. */
const orUnknown = z.literal(true).optional();

/** The closed language of conditions. */
export const Condition = z.union([
  z.strictObject({ fact: CodeFact, in: codes }),
  z.strictObject({ fact: CodesFact, includesAny: codes }),
  z.strictObject({ fact: NumberFact, atMost: z.number(), orUnknown }),
  z.strictObject({ fact: NumberFact, atLeast: z.number(), orUnknown }),
  z.strictObject({ fact: z.enum([...NumberFact.options, 'childNowUntil']), known: z.boolean() }),
]);
export type Condition = z.infer<typeof Condition>;

/**
 * How the agency is found: competent for the municipality where the child is (`municipality`,
 * `region` — by that agency's area), the child centre in whose catchment it lies, the one national
 * desk, or the referrer's own agency.
 */
const Addressee = z.strictObject({
  agencyKind: AgencyKind,
  by: z.enum(['municipality', 'region', 'catchment', 'national', 'referrer']),
  /** Only an agency that answers at any hour. */
  duty: z.literal(true).optional(),
});

export const RoutedTask = z.strictObject({
  kind: z.string(),
  to: Addressee,
  role: TaskRole,
  track: Track,
  urgency: Urgency,
  clocks: z.array(ClockName).min(1),
  instructions: z.array(z.string()),
  /** One task for each related child of the role the rule asks for, made beside the routing. */
  each: z.literal('related-child').optional(),
});
export type RoutedTask = z.infer<typeof RoutedTask>;

/**
 * One rule. It applies when every `when` holds and no `unless` does; every rule that applies adds
 * its tasks, in the pack's order. Where two ask the same agency for the same task kind, there is
 * one task, named after the earlier rule (the loader sees to it that no later one is more urgent);
 * instructions and clocks are united.
 */
export const RoutingRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: ReferralKind,
    effectiveFrom: z.iso.date(),
    /** Last day on which it applies. */
    effectiveTo: z.iso.date().optional(),
    when: z.array(Condition),
    unless: z.array(Condition).optional(),
    tasks: z.array(RoutedTask).min(1),
    why: Labels,
    /** Said instead to whoever does not lead, where the reason is what somebody else reported. */
    toOthers: Labels.optional(),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type RoutingRule = z.infer<typeof RoutingRule>;

export const Routing = z.strictObject({
  rules: z.array(RoutingRule).min(1),
  /** What happens to a referral that no rule matches, or whose addressee cannot be found. */
  unrouted: z
    .strictObject({ tasks: z.array(RoutedTask).min(1), why: Labels, ...provenance })
    .refine(isSourced, UNSOURCED),
  /** What holds where an alleged perpetrator works for an agency. */
  inside: Inside,
});
export type Routing = z.infer<typeof Routing>;
