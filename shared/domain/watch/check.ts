import * as z from 'zod';
import type { Case } from '../case/case.ts';
import type { AgencyId, EventId } from '../ids.ts';
import { AgencyId as Agency } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Part } from '../part.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import { Instant } from '../time.ts';

/** What somebody of the oversight body found who looked: all is well, or it was taken up with whom it concerns. */
export const Finding = z.enum(['in-order', 'taken-up']);
export type Finding = z.infer<typeof Finding>;

/** Who looked at something that is watched, when, and with what result. */
export const Checked = z.object({
  at: Instant,
  by: z.object({ sub: z.string(), agency: Agency }),
  finding: Finding,
});
export type Checked = z.infer<typeof Checked>;

/** A part that nothing but a look ends: no later act of anybody takes it from its list. */
export type Checkable = Part & { readonly checked?: Checked | undefined };

interface Checking {
  readonly part: Checkable;
  /** The case or referral it is part of. */
  readonly record: Case | Referral;
  readonly finding: Finding;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** Somebody has looked: it leaves its list. Nobody checks what was decided by themselves. */
export function check({ part, record, finding, by, at, event }: Checking): Decision {
  if (part.checked) throw new Refusal('already-decided');
  if (part.by.sub === by.sub) throw new Refusal('second-person-needed');
  const { watched = '', ...rest } = part;
  const who = { sub: by.sub, agency: by.agency };
  const checked = { ...rest, version: part.version + 1, checked: { at, by: who, finding } };
  const version = record.version + 1;
  const told: JournalEvent = {
    ...{ id: event, type: 'watched.checked', at, subject: part.of, version, by: who },
    ...{ file: part.file, to: [] },
    codes: { list: watched, number: String(part.number), finding },
  };
  return { kept: [checked as Kept, { ...record, version }], events: [told] };
}
