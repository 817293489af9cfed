import * as z from 'zod';
import { AgencyId, FileId } from './ids.ts';
import { Subject } from './journal/event.ts';
import { Sealed } from './sealed.ts';
import { Code } from './text.ts';
import { Instant } from './time.ts';

/** What is kept beside a case, a referral, an interview or an agency, one numbered record each. */
export const PartName = z.enum([
  // of a case
  'safety-decision',
  'waiver',
  'alleged-perpetrator',
  'speaker',
  'safe-contact',
  'notice',
  'conflict',
  'seal',
  'address-mark',
  'move',
  'joining',
  'telling',
  // of a referral
  'question',
  'addition',
  'statement',
  'feedback-exception',
  'recall',
  'hold',
  'retention',
  'identity-gap',
  'sharing-consent',
  'sharing-override',
  // of a task
  'unmet-need',
  // of a case
  'episode',
  // of an interview
  'consent',
  'further',
  'participant',
  'forbidden-time',
  'exception',
  'wish',
  'planning',
  'topic',
  'preparation',
  'visibility',
  'session',
  'ledger',
  'aftercare',
  'waiting',
  'decline',
  'no-show',
  // of an agency
  'roster',
  'duty-gap',
  'absence',
  // of a case or a referral
  'break-glass',
  'subject-access',
  // of an agency
  'incident',
  'person',
  'grant',
]);
export type PartName = z.infer<typeof PartName>;

/** What every part has; a slice adds its own codes and instants, and seals what is personal. */
export const part = <const N extends PartName>(what: N) => ({
  what: z.literal(what),
  of: Subject,
  /** Counts from 1 within what it is part of. */
  number: z.int().min(1),
  version: z.int().min(1),
  file: FileId,
  at: Instant,
  by: z.object({ sub: z.string(), agency: AgencyId.optional() }),
  /** The list of the oversight body in which it stands until it is dealt with. */
  watched: Code.optional(),
  /** By when it must be dealt with: its place in that list. Absent: it stands there by `at`. */
  deadline: Instant.optional(),
  /** When the minute takes it up; absent when nothing is left to do. */
  next: Instant.optional(),
  sealed: Sealed.optional(),
});

const AnyPart = z.object({ ...part('waiver'), what: PartName });
export type Part = z.infer<typeof AnyPart>;

/** The number the next part of this kind gets. */
export const nextNumber = (parts: readonly Pick<Part, 'number'>[]): number =>
  parts.reduce((most, { number }) => Math.max(most, number), 0) + 1;
