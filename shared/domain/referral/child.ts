import * as z from 'zod';
import { Code, Language, line, Phone, text } from '../text.ts';

/** Georgian numbers have 11 digits; no birth date or sex is read from them (the scheme is unverified). */
export const PersonalNumber = z.string().regex(/^\d{11}$/);

const YesNoUnknown = z.enum(['yes', 'no', 'unknown']);

/** Where the child is at this moment, and until when: the first help must come before it leaves. */
const ChildNow = z.strictObject({
  where: line(300),
  until: z.iso.datetime({ offset: true }).optional(),
});

/** Everything about the child may be unknown: a gap makes a task, never a refusal. */
export const Child = z.strictObject({
  givenName: line(100).optional(),
  familyName: line(100).optional(),
  personalNumber: PersonalNumber.optional(),
  birthDate: z.iso.date().optional(),
  ageYears: z.int().min(0).max(120).optional(),
  sex: z.enum(['female', 'male', 'unknown']).default('unknown'),
  languages: z.array(Language).max(8).default([]),
  needs: z.array(Code).max(20).default([]),
  /** An id or alias of the pack, or `unknown`: then the place where the child is now routes. */
  municipality: line(80).default('unknown'),
  whereabouts: z
    .strictObject({
      address: line(300).optional(),
      school: line(200).optional(),
      childNow: ChildNow.optional(),
      /** The municipality where the child is now, when it is not the one it lives in. */
      municipality: line(80).optional(),
    })
    .default({}),
  identity: z
    .union([
      z.enum(['known', 'partly', 'unknown', 'unborn']).transform((known) => ({ known })),
      z.strictObject({
        known: z.enum(['known', 'partly', 'unknown']),
        description: text(500).optional(),
      }),
      z.strictObject({
        known: z.literal('unborn'),
        description: text(500).optional(),
        expectedMonth: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
      }),
    ])
    .default({ known: 'partly' }),
});

/** The one adult who may safely be called, and when never to call. */
export const SafeContact = z.strictObject({
  person: line(150),
  phone: Phone,
  language: Language.optional(),
  when: line(200).optional(),
  never: line(200).optional(),
});

/** A person said to have harmed the child: never "suspect", never a decision of guilt. */
export const AllegedPerpetrator = z.strictObject({
  relation: Code,
  name: line(150).optional(),
  /** Only its keyed hash is kept: by that a worker who is this very person is shut out. */
  personalNumber: PersonalNumber.optional(),
  livesWithChild: YesNoUnknown.default('unknown'),
  isGuardian: YesNoUnknown.default('unknown'),
  /** An agency of the pack or a kind of agency: it then gets nothing through its common account. */
  employer: line(120).optional(),
  under18: YesNoUnknown.default('unknown'),
  dangerToVisitors: YesNoUnknown.default('unknown'),
});

export const RelatedChild = z.strictObject({
  givenName: line(100).optional(),
  familyName: line(100).optional(),
  personalNumber: PersonalNumber.optional(),
  birthDate: z.iso.date().optional(),
  ageYears: z.int().min(0).max(17).optional(),
  role: z.enum(['at-home', 'co-victim', 'witness', 'alleged-to-have-harmed']),
  /** Whether it goes to the same school: then class, way and breaks are arranged. */
  sameSchool: YesNoUnknown.optional(),
});

/** Who tells: named to the agencies, masked from everybody, anonymous, or the child. */
export const Reporter = z.strictObject({
  mode: z.enum(['named', 'masked', 'anonymous', 'child-self']),
  name: line(150).optional(),
  role: line(120).optional(),
  phone: Phone.optional(),
  /** How and when a child that refers itself may safely be answered, and how never. */
  safeWay: text(300).optional(),
});
