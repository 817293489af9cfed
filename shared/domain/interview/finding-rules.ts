import * as z from 'zod';
import { isSourced, type Provenance, provenance, UNSOURCED } from '../provenance.ts';
import { Code } from '../text.ts';
import { VisitPart } from './visit-part.ts';

export const Minutes = z.int().min(0);

/** A part of the pack with its source, or with what is still to be checked. */
export const sourced = <S extends z.ZodRawShape>(shape: S) =>
  z
    .strictObject({ ...shape, ...provenance })
    .refine((value) => isSourced(value as Provenance), UNSOURCED);

const Room = z.strictObject({
  kind: Code,
  parts: z.array(VisitPart).min(1),
  count: z.int().min(1),
  /** Must be valid on the day. */
  accreditation: Code.optional(),
});

/** What a time must have to be proposed, and what makes one better than another. */
export const Finding = sourced({
  /** A proposal may be held for so long. */
  proposalMinutes: Minutes,
  /** Shortest notice before a visit, by tier; the last stands for all further tiers. */
  noticeMinutes: z.array(Minutes).min(1),
  /** Between two parts of the visit. */
  betweenParts: Minutes,
  /** Child and company are at the centre so long before the first and after the last part. */
  arrival: Minutes,
  departure: Minutes,
  /** The planning meeting ends at least so long before the visit. */
  planningBefore: Minutes,
  /** Rooms and devices that each visit takes. */
  rooms: z.array(Room).min(1),
  /** Earliest and latest local time of an interview by age, and hours a child rests. */
  day: z.strictObject({ from: z.string(), to: z.string() }),
  rest: z.array(
    z.strictObject({ underYears: z.int(), from: z.string(), to: z.string(), code: Code }),
  ),
  /** What each wish weighs when times are compared. */
  weights: z.record(
    z.enum([
      'soon',
      'known-worker',
      'load',
      'travel',
      'preferred-time',
      'school-hours',
      'without-role',
      'stand-in',
      'video',
    ]),
    z.number().min(0),
  ),
  /** A vehicle is booked for a child that lives so many minutes away. */
  transportFrom: Minutes,
  /** Needs of the child for which rooms and vehicles must be free of steps. */
  stepFreeFor: z.array(Code).min(1),
  /** Whoever fills these must be from another municipality than the child. */
  fromElsewhere: z.array(Code),
  proposalsMost: z.int().min(1),
  /** So many of one day, so that there is a choice of days. */
  proposalsADay: z.int().min(1),
});

/** Moments of a visit at which child and company are on their way or wait. */
export const Passing = z.enum(['arrival', 'entering', 'between', 'leaving', 'departure']);
export type Passing = z.infer<typeof Passing>;

/** Zones of a centre in which parties that must not meet would meet. */
export const Zones = sourced({
  site: z.string(),
  /** One zone alone: the centre takes one visit at a time. */
  zones: z.array(Code).min(1),
  /** When a party is in a zone, and whether a family passes it together; else from arrival to departure, alone. */
  passed: z
    .record(Code, z.strictObject({ at: z.array(Passing).min(1), family: z.boolean() }))
    .optional(),
  /** What calendars call it: strangers learn nothing from it. */
  placeCode: Code,
});

/** How far it is. */
export const Travel = sourced({
  /** Minutes by road, by municipality and centre. */
  minutes: z.record(z.string(), z.record(z.string(), Minutes)),
  unknown: Minutes,
});
