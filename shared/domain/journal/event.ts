import * as z from 'zod';
import { Ground } from '../access/permit.ts';
import { Call } from '../call/call.ts';
import {
  AgencyId,
  CaseId,
  EventId,
  FileId,
  InboundKeyId,
  InterviewId,
  ReferralId,
  ResourceId,
  TaskId,
} from '../ids.ts';
import { HeadId } from '../journal-log/head.ts';
import type { Labels } from '../labels.ts';
import { Group } from '../referral/group.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import eventWords from './event-words.json' with { type: 'json' };

/**
 * Every event of the hub: what it means to a reader, in both languages. The words lie beside the
 * code as data: a function loads all of them, and few show any.
 */
export const eventTypes: Readonly<Record<keyof typeof eventWords, Labels>> = eventWords;

export const EventType = z.enum(Object.keys(eventWords) as [keyof typeof eventWords]);
export type EventType = z.infer<typeof EventType>;

export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('referral'), id: ReferralId }),
  z.object({ kind: z.literal('case'), id: CaseId }),
  z.object({ kind: z.literal('task'), id: TaskId }),
  z.object({ kind: z.literal('interview'), id: InterviewId }),
  z.object({ kind: z.literal('resource'), id: ResourceId }),
  z.object({ kind: z.literal('agency'), id: AgencyId }),
  z.object({ kind: z.literal('endpoint'), id: z.string() }),
  z.object({ kind: z.literal('journal'), id: HeadId }),
]);
export type Subject = z.infer<typeof Subject>;

/** Related children of a report, by their numbers, the first and the last. */
export const Children = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });
export type Children = z.infer<typeof Children>;

/** Which pack and which rule of it decided. */
export const PolicyReference = z.object({
  pack: z.string(),
  edition: z.string(),
  sha256: z.string(),
  /** Centres the deployment declared open against the pack. */
  openCentres: z.array(z.string()).readonly().optional(),
});
export type PolicyReference = z.infer<typeof PolicyReference>;

/**
 * One entry of the journal: ids and codes only, and the whole of it. Whatever follows from it is
 * derived from this one record, so it never has to be pieced together from several.
 */
export const JournalEvent = z.object({
  id: EventId,
  type: EventType,
  at: Instant,
  subject: Subject,
  /** The changed item's version after the write; for a clock, the clock's own. */
  version: z.int().min(1),
  /** Set for events of a clock: they share the subject's place but not its version. */
  clock: Code.optional(),
  by: z.object({
    sub: z.string(),
    agency: AgencyId.optional(),
    /** The key with which the account's system signed it; absent where it came with a token. */
    through: InboundKeyId.optional(),
  }),
  file: FileId.optional(),
  referral: ReferralId.optional(),
  case: CaseId.optional(),
  /** The agencies in whose feeds this stands. */
  to: z.array(AgencyId),
  /** A person who has to be reached directly, beside what stands in the feeds. */
  call: Call.optional(),
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  /** The related children of the report of whom each must now be seen to, by their numbers. */
  children: Children.optional(),
  codes: z.record(Code, z.string().max(200)).optional(),
  policy: PolicyReference.optional(),
  /** By which rule of access it was done, and for which purpose; absent where nobody asked. */
  ground: Ground.optional(),
  /** The field groups that came into the hub with it. */
  groups: z.array(Group).optional(),
});
export type JournalEvent = z.infer<typeof JournalEvent>;
