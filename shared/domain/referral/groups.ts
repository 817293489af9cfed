import * as z from 'zod';
import { DutyPerson, Reachable } from '../duty/person.ts';
import type { DETAIL_GROUPS } from './group.ts';
import { EarlyIdentificationSubmission, ViolenceSubmission } from './submission.ts';

const violence = ViolenceSubmission.shape;
const early = EarlyIdentificationSubmission.shape;
const child = violence.child.shape;

const details = {
  identity: z.object({
    givenName: child.givenName,
    familyName: child.familyName,
    personalNumber: child.personalNumber,
    birthDate: child.birthDate,
    ageYears: child.ageYears,
    sex: child.sex,
    languages: child.languages,
    identity: child.identity,
  }),
  contact: z.object({ safeContact: violence.safeContact }),
  whereabouts: z.object({ municipality: child.municipality, whereabouts: child.whereabouts }),
  concern: z.object({
    forms: violence.forms,
    immediateDanger: violence.immediateDanger,
    lastIncidentAt: violence.lastIncidentAt,
    allegedPerpetrators: violence.allegedPerpetrators,
    toldBefore: violence.toldBefore,
    instrument: early.instrument.optional(),
    indicators: z.array(early.indicators.element).optional(),
    worry: early.worry.optional(),
    consent: early.consent.optional(),
  }),
  narrative: z.object({
    narrative: early.narrative,
    narrativeLanguage: violence.narrativeLanguage,
  }),
  'childs-own-words': z.object({ childsOwnWords: violence.childsOwnWords }),
  reporter: z.object({ reporter: violence.reporter, onBehalfOf: violence.onBehalfOf }),
  medical: z.object({
    injuryVisible: violence.injuryVisible,
    selfHarmRisk: violence.selfHarmRisk.unwrap().optional(),
    needs: child.needs,
  }),
  family: z.object({
    relatedChildren: violence.relatedChildren,
    /** Of a decision on who speaks for the child: the person. */
    speaker: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
    /** Of a visit: whom the child chose to bring, and why something was decided against the usual. */
    companion: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
    visitReason: z.string().optional(),
  }),
  /** What people wrote about the work: who acts, notes, the message to the referrer. */
  outcome: z.object({
    actingPerson: z.string().optional(),
    deputy: z.string().optional(),
    note: z.string().optional(),
    message: z.string().optional(),
    /** Who talked when a case was handed over. */
    persons: z.array(z.string()).optional(),
    /** Why a joining of two cases was undone. */
    undoing: z.string().optional(),
    /** Of a safety decision: whom each of its measures is against, by the measure's place. */
    against: z.array(z.object({ measure: z.int(), who: z.string() })).optional(),
    /** Of a planning meeting: what was decided, in the order of its decisions. */
    decided: z.array(z.string()).optional(),
    /** Of a question to the child: as the interviewer will ask it. */
    wording: z.string().optional(),
    /** Of a recall: who answered for each recipient, by its place. */
    confirmed: z.array(z.object({ recipient: z.int(), actingPerson: z.string() })).optional(),
    /** Asked of whoever referred, and answered. */
    question: z.string().optional(),
    answer: z.string().optional(),
    /** What those who considered a statement wrote, in their order. */
    considerations: z.array(z.string()).optional(),
    /** Of a roster: the people its shifts name. */
    duty: z.array(DutyPerson).optional(),
    /** Of a person who can be booked: where invitations go. */
    mail: z.email().max(254).optional(),
    /** Of a resource: what its agency calls it; of a person, the name. */
    name: z.string().optional(),
    /** Of a roster: who heads the agency, called where nobody is on duty. */
    head: Reachable.optional(),
  }),
} satisfies Record<(typeof DETAIL_GROUPS)[number], z.ZodType>;

/** What is known of a child, cut into the groups by which it is sealed and disclosed. */
export const Details = z.object(details);
export type Details = z.infer<typeof Details>;

/** What one report states of them: never more than was said. */
export type Stated = { readonly [G in keyof Details]?: Partial<Details[G]> };
