import * as z from 'zod';
import { Length } from '../clock/definition.ts';
import { AgencyKind } from '../directory/agency.ts';
import { Labels } from '../labels.ts';
import { Code } from '../text.ts';
import { Finding, Minutes, sourced, Travel, Zones } from './finding-rules.ts';
import { Place, VisitPart } from './visit-part.ts';

/** What decides how soon: facts of the case, by code. */
export const TierFact = z.enum([
  'arrested',
  'lives-with-accused',
  'sexual-violence-recent',
  'pressure-to-retract',
  'recent-event',
  'full-account',
  'special-need',
  'young-child',
  'otherwise',
]);
export type TierFact = z.infer<typeof TierFact>;

const TierRule = sourced({
  /** 0 is the strictest; the first tier of which one fact holds decides. */
  tier: z.int().min(0),
  anyOf: z.array(TierFact).min(1),
  within: Length,
  why: Labels,
});
export type TierRule = z.infer<typeof TierRule>;

/** Thresholds by which facts are told from each other. */
const Thresholds = sourced({
  /** Sexual violence that is no older: the strictest tier. */
  recentHours: z.int().min(1),
  /** Any violence that is no older. */
  recentEventHours: z.int().min(1),
  youngUnderYears: z.int().min(1),
  consentUnderYears: z.int().min(1),
  /** In which capacities somebody consents for the child. */
  consentBy: z.array(Code).min(1),
  /** What a child needs that makes it one in special need of protection. */
  specialNeeds: z.array(Code).min(1),
});

const Lengths = sourced({
  minutesPerYear: Minutes,
  least: Minutes,
  most: Minutes,
  /** Age not known: this long. */
  ageUnknown: Minutes,
  /** With an interpreter the length is multiplied by this. */
  interpreterFactor: z.number().min(1),
  /** After so many minutes a break of so many, by age; the last band has no `underYears`. */
  breaks: z
    .array(z.strictObject({ underYears: z.int().optional(), every: Minutes, lasts: Minutes }))
    .min(1),
  /** At least so many breaks: the last one collects the observers' questions. */
  leastBreaks: z.int().min(0),
  planning: Minutes,
  medical: Minutes,
  firstContact: Minutes,
});

/** When a role is there at all. */
export const RoleCondition = z.enum([
  'always',
  'legal-representative',
  'procedural-representative',
  'examination',
  'charged',
  'interpreter',
  'sign-language',
  'forensic-ordered',
  'companion',
]);
export type RoleCondition = z.infer<typeof RoleCondition>;

const RoleRule = sourced({
  role: Code,
  when: RoleCondition,
  parts: z.array(VisitPart).min(1),
  place: Place,
  required: z.boolean(),
  video: z.boolean(),
  standIn: z.boolean(),
  from: z.enum(['resources', 'outside']),
  /** Which agency answers for it: one of a kind for the place, the site, or the one that leads. */
  agency: z.union([
    z.strictObject({ kind: AgencyKind, by: z.enum(['region', 'site-region', 'national']) }),
    z.enum(['site', 'lead', 'representative']),
  ]),
  qualification: Code.optional(),
  /** Must speak the child's language. */
  childsLanguage: z.boolean(),
  why: Labels,
});
export type RoleRule = z.infer<typeof RoleRule>;

/** The medical part by the hours since the last incident: the first window that is long enough. */
const MedicalWindow = sourced({
  /** Absent: however long ago, and when it is not known. */
  untilHours: z.int().optional(),
  order: z.enum(['before-interview', 'after-interview']),
  within: Length,
  code: Code,
});

/** Forms of violence that may leave traces, and the windows in which those can be taken. */
const MedicalRules = sourced({
  forms: z.array(Code).min(1),
  windows: z.array(MedicalWindow).min(1),
});

const Holding = sourced({
  /** How long all have to confirm, by tier; the last stands for all further tiers. */
  minutes: z.array(Minutes).min(1),
  /** Only past this is a hold expired, and only before it may it be finalised: skew of clocks. */
  skewSeconds: z.int().min(0),
  /** A second decline by the same agency is told to its supervisor and the national desk. */
  declinesToEscalate: z.int().min(1),
  /** Reasons of a decline that another person of the agency does not mend. */
  noStandInFor: z.array(Code),
  /** A waiting visit is tried again at least this often. */
  tryEveryMinutes: Minutes,
});

const Further = sourced({
  /** Going on with the same interviewer needs no new approval within so many days. */
  continueWithinDays: z.int().min(1),
  /** Agencies of one legal person cannot approve for each other. */
  oneLegalPerson: z.array(z.array(AgencyKind).min(2)),
});

/** What is arranged at the visit for a child with one of these needs. */
const Arrangement = sourced({ anyOf: z.array(Code).min(1), arrange: Code });

/** Two different acts; the prosecutor is told what follows from each before choosing. */
const LegalFormRule = sourced({ form: z.enum(['interview', 'examination']), consequence: Labels });

/** Where a child is interviewed whom the centre does not admit. */
const OtherRooms = sourced({ kinds: z.array(AgencyKind).min(1), placeCode: Code });

const Checklist = sourced({
  code: Code,
  when: z.enum(['always', 'interpreter', 'disability', 'medication', 'travel', 'school', 'young']),
  /** Must be dealt with before the child enters the room. */
  required: z.boolean(),
  label: Labels,
});

const AfterItem = sourced({
  code: Code,
  /** The visit cannot be ended without it, or a coded reason why not. */
  beforeLeaving: z.boolean(),
  label: Labels,
});

/** Numbers and lists of the joint interview; none of them stands in code. */
export const InterviewRules = z.strictObject({
  tiers: z.array(TierRule).min(1),
  thresholds: Thresholds,
  lengths: Lengths,
  roles: z.array(RoleRule).min(1),
  medical: MedicalRules,
  finding: Finding,
  holding: Holding,
  further: Further,
  separation: z.array(Zones).min(1),
  travel: Travel,
  arrangements: z.array(Arrangement).min(1),
  legalForms: z.array(LegalFormRule).min(1),
  otherRooms: OtherRooms,
  preparation: z.array(Checklist).min(1),
  after: z.array(AfterItem).min(1),
});
export type InterviewRules = z.infer<typeof InterviewRules>;
