import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

const Domain = z.enum(['child', 'parenting', 'family-environment']);

const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  domain: Domain,
  question: Labels,
  /** What a `yes` adds to each score. */
  welfare: z.int().min(0).max(10),
  maltreatment: z.int().min(0).max(10),
  /** A `yes` means danger now: level 4 whatever the sums say. */
  danger: z.literal(true).optional(),
  /** The vulnerability group of the municipality's own list it belongs to. */
  group: z.string().optional(),
});
export type Indicator = z.infer<typeof Indicator>;

const Level = z.strictObject({
  level: z.int().min(1).max(4),
  /** The level is reached when either score reaches its threshold. */
  welfareFrom: z.int().min(0),
  maltreatmentFrom: z.int().min(0),
  meaning: Labels,
});

/** One version of the form by which a vulnerable family is recognised early. */
export const Instrument = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string().regex(/^\d{4}(\.\d+)?$/),
    effectiveFrom: z.iso.date(),
    title: Labels,
    domains: z.record(Domain, Labels),
    groups: z.record(z.string(), Labels),
    indicators: z.array(Indicator).min(1),
    levels: z.array(Level).length(4),
    /** Above this share of `not-known` a person decides, not the sum. */
    unknownShareForPerson: z.strictObject({ moreThan: z.tuple([z.int(), z.int().min(1)]) }),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Instrument = z.infer<typeof Instrument>;

export const Answer = z.enum(['yes', 'no', 'not-known']);
export type Answer = z.infer<typeof Answer>;
/** Answers by indicator code; an indicator without an answer counts as `not-known`. */
export type Answers = Readonly<Record<string, Answer>>;
