import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { AgencyId, EventId, FileId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { Instant, text } from '../time.ts';
import { type Gap, gapsBefore, gapsOf, isWithin } from './coverage.ts';
import type { Roster } from './roster.ts';

/**
 * A stretch of time without anybody on duty, as it was found: `ahead` by looking at the roster,
 * `now` because urgent work came while nobody was there. Each is told once and watched until a
 * roster covers it.
 */
export const DutyGap = z.object({
  ...part('duty-gap'),
  from: Instant,
  to: Instant.optional(),
  found: z.enum(['ahead', 'now']),
  endedAt: Instant.optional(),
});
export type DutyGap = z.infer<typeof DutyGap>;

/** The list of the oversight body in which open gaps stand. */
export const GAP_LIST = 'duty-gaps';
/** New gaps told in one decision: more wait for the next look, so that it stays one transaction. */
const TOLD_AT_ONCE = 10;

export interface Look {
  readonly agency: AgencyId;
  /** Nothing where the agency never published one. */
  readonly roster: Pick<Roster, 'shifts'> | undefined;
  /** The gaps found earlier. */
  readonly known: readonly DutyGap[];
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency?: AgencyId };
  readonly file: FileId;
  readonly newEvent: () => EventId;
}

/** The instant until which a gap that begins is an alarm today. */
export function horizonOf(at: string, { duty }: Pick<Edition, 'duty'>): string {
  const { amount, unit } = duty.gapHorizon;
  return text(Temporal.Instant.from(at).add({ [unit]: amount }));
}

/** The gaps of a roster that are an alarm today. */
export const gapsToday = (
  roster: Pick<Roster, 'shifts'> | undefined,
  at: string,
  edition: Pick<Edition, 'duty'>,
): Gap[] => gapsBefore(gapsOf(roster?.shifts ?? [], at), horizonOf(at, edition));

/** Tells the gaps nobody was told of, and crosses off those that are covered or over. */
export function lookForGaps(look: Look, edition: Edition): Decision {
  const { agency, roster, known, at } = look;
  const all = edition.agency(agency)?.duty ? gapsOf(roster?.shifts ?? [], at) : [];
  const open = known.filter(({ endedAt }) => endedAt === undefined);
  const standing = open.filter((gap) => stands(gap, all, at));
  const fresh = gapsBefore(all, horizonOf(at, edition)).filter(
    (gap) => !standing.some((told) => told.found === 'ahead' && isWithin(gap, told)),
  );
  const { kept, events } = told(look, fresh.slice(0, TOLD_AT_ONCE), 'ahead', edition);
  const over = open.filter((gap) => !standing.includes(gap)).map((gap) => ended(gap, at));
  return { kept: [...over, ...kept], events };
}

/** Urgent work has come, and nobody is on duty: told once for each such gap, whatever was told ahead. */
export function uncoveredNow(look: Look, edition: Edition): Decision {
  const [gap] = gapsOf(look.roster?.shifts ?? [], look.at);
  const isTold =
    gap && look.known.some((one) => !one.endedAt && one.found === 'now' && isWithin(gap, one));
  return told(look, gap && !isTold ? [gap] : [], 'now', edition);
}

/** Its beginning, or where that is past this instant, is still without anybody. */
function stands(gap: DutyGap, all: readonly Gap[], at: string): boolean {
  const from = gap.from > at ? gap.from : at;
  if (gap.to !== undefined && gap.to <= at) return false;
  return all.some((one) => one.from <= from && (one.to === undefined || from < one.to));
}

const ended = (gap: DutyGap, at: string): DutyGap => ({
  ...gap,
  version: gap.version + 1,
  watched: undefined,
  endedAt: at,
});

function told(look: Look, gaps: readonly Gap[], found: DutyGap['found'], edition: Edition) {
  const { agency, known, at, by, file } = look;
  const first = nextNumber(known);
  const kept = gaps.map(
    ({ from, to }, i): DutyGap => ({
      what: 'duty-gap',
      of: { kind: 'agency', id: agency },
      number: first + i,
      version: 1,
      file,
      at,
      by,
      watched: GAP_LIST,
      from,
      to,
      found,
    }),
  );
  return { kept, events: kept.map((gap) => gapFound(gap, look, edition)) };
}

function gapFound(
  { number, from, found, of }: DutyGap,
  look: Look,
  edition: Edition,
): JournalEvent {
  const { desk } = nationalDesk(edition);
  return {
    id: look.newEvent(),
    type: 'duty.gap-found',
    at: look.at,
    subject: of,
    version: number,
    // Gaps are counted by themselves, beside the versions of whatever else an agency has.
    clock: 'duty-gap',
    by: look.by,
    to: [...new Set([look.agency, desk.id])],
    deadline: from,
    urgency: found === 'now' ? 'urgent' : 'high',
    codes: { found },
    policy: edition.reference,
  };
}
