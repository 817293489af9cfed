import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { AccessTerms } from '../break-glass/terms.ts';
import type { Length } from '../clock/definition.ts';
import { AgencyId, CaseId, ReferralId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import { Group } from '../referral/group.ts';
import { Refusal } from '../refusal.ts';
import { Code } from '../text.ts';
import { Instant, text } from '../time.ts';

/** What of the journal of access is looked at: a stretch of time, and of it only what is named. */
export const Scope = z.object({
  from: Instant,
  to: Instant,
  accounts: z.array(z.string().min(1).max(128)).max(100).optional(),
  agencies: z.array(AgencyId).max(100).optional(),
  functions: z.array(Code).max(40).optional(),
  records: z
    .array(z.union([CaseId, ReferralId]))
    .min(1)
    .max(500)
    .optional(),
});
export type Scope = z.infer<typeof Scope>;

/** What an incident touched, in numbers; the records themselves stand beside it. */
export const Totals = z.object({
  entries: z.int(),
  /** Pages of lists: no personal group is in them. */
  lists: z.int(),
  records: z.int(),
  children: z.int(),
  categories: z.array(z.object({ group: Group, records: z.int(), children: z.int() })),
  accounts: z.array(
    z.object({ account: z.string(), agency: AgencyId, reads: z.int(), records: z.int() }),
  ),
  /** Who leads now and has to be told, with how many children. */
  leads: z.array(z.object({ agency: AgencyId, children: z.int() })),
});
export type Totals = z.infer<typeof Totals>;

/** An incident of the oversight body, and how far its package has been counted. What happened is sealed. */
export const Incident = z.object({
  ...part('incident'),
  scope: Scope,
  noticedAt: Instant,
  /** By when the supervisory authority and the persons must have been told. */
  notifyBy: Instant,
  /** Partitions of the journal looked through, of how many; where the next step goes on. */
  progress: z.object({
    steps: z.int(),
    done: z.int(),
    of: z.int(),
    entries: z.int(),
    lists: z.int(),
    from: z.record(z.string(), z.string()).optional(),
  }),
  totals: Totals.optional(),
  notified: z.object({ at: Instant, sub: z.string() }).optional(),
});
export type Incident = z.infer<typeof Incident>;

/** The list of the oversight body in which an incident stands until it was notified. */
export const WATCHED_INCIDENTS = 'incidents';

/** The end comes after the beginning, and neither lies ahead. */
export function checkWindow({ from, to }: Scope, noticedAt: string, at: string): void {
  if (!(from < to) || to > at || noticedAt > at) {
    throw new Refusal('window-wrong', [{ pointer: '/to', code: 'window-wrong' }]);
  }
}

export const notifyBy = (noticedAt: string, { incident }: AccessTerms): string =>
  text(Temporal.Instant.from(noticedAt).add(lengthOf(incident.within)));

/** The time of an incident runs day and night. */
export function lengthOf({ amount, unit }: Length): Temporal.DurationLike {
  if (unit !== 'hours' && unit !== 'minutes') throw new Error('an incident runs in elapsed time');
  return { [unit]: amount };
}

type Said = Pick<Incident, 'of' | 'number' | 'version' | 'notifyBy'> & {
  readonly id: JournalEvent['id'];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
};

/** A line of the journal about an incident: numbered with it, beside the other affairs of its agency. */
export const saidOfIncident = (type: JournalEvent['type'], said: Said): JournalEvent => {
  const { id, of, number, version, by, at } = said;
  if (of.kind !== 'agency') throw new Error('an incident is of an agency');
  return {
    ...{ id, type, at, subject: of, version, clock: `incident-${number}`, to: [of.id] },
    by: { sub: by.sub, agency: by.agency },
    ...{ deadline: said.notifyBy, codes: { number: String(number) } },
  };
};
