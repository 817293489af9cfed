import * as z from 'zod';
import { AgencyKind } from '../domain/directory/agency.ts';
import { AgencyId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { MISSES } from '../domain/watch/units.ts';
import { Cursor, Labelled, Limit, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A stretch of time in which nobody is on duty at an agency. */
export const DutyGapLine = z.object({
  agency: AgencyId,
  from: Instant,
  /** Absent where nothing is planned any more. */
  to: Instant.optional(),
  /** Seen ahead in the roster, or because urgent work came while nobody was there. */
  found: z.enum(['ahead', 'now']),
  toldAt: Instant,
});

export const listDutyGaps = endpoint({
  method: 'GET',
  path: '/v1/oversight/duty-gaps',
  operation: 'listDutyGaps',
  function: 'oversight',
  action: 'oversight.read',
  summary: {
    ka: 'დრო უმორიგეოდ უახლოეს დღეებში, ყველა უწყებაში',
    en: 'Times of the next days without anybody on duty, over all agencies',
  },
  query: { limit: Limit, cursor: Cursor.optional() },
  answers: { 200: listOf(DutyGapLine) },
  refuses: ['query-invalid'],
});

/** Work that did not go where a rule had sent it. */
export const MissLine = z.object({
  how: z.enum(MISSES),
  rule: Labelled,
  kind: Labelled,
  municipality: Labelled,
  tasks: z.int(),
});

/** What a unit had to do within a week, and what waits there now; never who of its people. */
export const UnitLine = z.object({
  agency: AgencyId,
  received: z.int(),
  /** Of those: a person of the unit took the work on. */
  accepted: z.int(),
  /** Of those: a person answered by the deadline, with yes or no. */
  inTime: z.int(),
  /** From the task to that answer; absent where nobody has answered. */
  medianMinutes: z.int().optional(),
  /** Now, whenever it came. */
  open: z.int(),
  overdue: z.int(),
  /** Now: referrals with work here that no person of the unit has taken on. */
  unanswered: z.int(),
  /** There was more than was counted. */
  cut: z.boolean(),
  misses: z.array(MissLine),
});

export const listUnits = endpoint({
  method: 'GET',
  path: '/v1/oversight/units',
  operation: 'listUnits',
  function: 'oversight',
  action: 'oversight.read',
  summary: {
    ka: 'უწყებები და არა თანამშრომლები: ერთ კვირაში მიღებული ამოცანები, პასუხები და ვადები',
    en: 'Units, not workers: tasks of one week, answers and deadlines',
  },
  query: {
    /** Any day of the week asked for; absent: the week going on. */
    week: z.iso.date().optional(),
    kind: AgencyKind.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** The last agency of the page before. */
    after: AgencyId.optional(),
  },
  answers: {
    200: z.object({
      from: Instant,
      to: Instant,
      items: z.array(UnitLine),
      next: z.string().optional(),
    }),
  },
  refuses: ['query-invalid'],
});
