import * as z from 'zod';
import { ClockPoint } from '../domain/clock/state.ts';
import { AgencyId } from '../domain/ids.ts';
import { Code, line, Phone, text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';

export const Words = z.object({ ka: z.string(), en: z.string() });
export const Links = z.record(z.string(), z.string());

/** A person who acts, by name: delivered, fetched and received are three facts. */
export const Person = z.union([
  line(150).transform((name) => ({ name, phone: undefined, account: undefined })),
  z.strictObject({
    name: line(150),
    phone: Phone.optional(),
    /** The account with which the person signs in. */
    account: z.string().min(1).max(128).optional(),
  }),
]);

/** In the place of an address that is protected. */
export const ProtectedAddress = z.object({ says: z.string(), ask: AgencyId.optional() });

/** A code with its label in the language asked for. */
export const Labelled = z.object({ code: Code, label: z.string() });

export const Limit = z.coerce.number().int().min(1).max(100).default(50);
/** Signed by the hub and bound to caller and filter; not to be read or made by anybody else. */
export const Cursor = z.string().max(2000);
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });

export const ClockView = z.object({
  name: Code,
  /** Tells several clocks of one name apart: the decision's number, then the measure's. */
  number: z.string().optional(),
  subject: z.string(),
  /** Absent where it would tell who referred. */
  holder: AgencyId.optional(),
  startedAt: Instant,
  dueAt: Instant,
  state: z.enum(['running', 'warned', 'overdue', 'paused', 'ended']),
  endedAt: Instant.optional(),
  guardsChild: z.boolean(),
  points: z.array(ClockPoint),
  /** Since when it rests, and when it goes on by itself at the latest. */
  pausedSince: Instant.optional(),
  pausedUntil: Instant.optional(),
  /** Why due then, in the language asked for. */
  because: z.string(),
});
export const ClockList = z.object({ items: z.array(ClockView) });

export const Note = text(2000);

export const EventView = z.object({
  type: z.string(),
  label: z.string(),
  at: Instant,
  subject: z.object({ kind: z.string(), id: z.string() }),
  agency: AgencyId.optional(),
  codes: z.record(z.string(), z.string()).optional(),
});
