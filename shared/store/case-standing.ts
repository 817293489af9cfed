import * as z from 'zod';
import type { Case } from '../domain/case/case.ts';
import type { Clock } from '../domain/clock/state.ts';
import type { CaseId, ReferralId } from '../domain/ids.ts';
import { Move } from '../domain/move/move.ts';
import { part } from '../domain/part.ts';
import type { CaseStanding } from '../domain/safety/conditions.ts';
import { countingFor, SafetyDecision } from '../domain/safety/decision.ts';
import { Waiver } from '../domain/safety/waiver.ts';
import type { ClockedVisit } from '../domain/visit/outstanding.ts';
import { familyOf } from './family.ts';
import type { Records } from './records.ts';

/** Of an addition only that it came, and when. */
const Addition = z.object(part('addition'));

/** When each report and each addition to one came in: the referral first, for an addition changes it. */
async function reportsOf(read: Records, ids: readonly ReferralId[]): Promise<string[]> {
  const each = await Promise.all(
    ids.map(async (id) => {
      const { submittedAt } = await read.referral(id);
      const additions = await read.parts('addition', Addition, { kind: 'referral', id });
      return [submittedAt, ...additions.map(({ at }) => at)];
    }),
  );
  return each.flat().toSorted();
}

/** A report of the same child counts in whichever of its joined cases it came. */
async function reportsOn(read: Records, family: readonly Case[]): Promise<string[]> {
  const ids = await Promise.all(family.map(({ id }) => read.referralsOf(id)));
  return reportsOf(read, [...new Set(ids.flat())]);
}

const decisionsOf = (read: Records, { id }: Pick<Case, 'id'>): Promise<SafetyDecision[]> =>
  read.parts('safety-decision', SafetyDecision, { kind: 'case', id });

/** The decisions that count for a case: its own, and those of joined cases made after every report. */
async function decisionsOn(
  read: Records,
  opened: Case,
  family: readonly Case[],
  reports: readonly string[],
): Promise<SafetyDecision[]> {
  const others = family.filter(({ id }) => id !== opened.id);
  const [own, ...further] = await Promise.all(
    [opened, ...others].map((one) => decisionsOf(read, one)),
  );
  return [...(own ?? []), ...countingFor(further.flat(), reports)];
}

/** The decisions on the safety of the child of a case, in whichever of its joined cases they stand. */
export async function safetyOf(read: Records, id: CaseId): Promise<SafetyDecision[]> {
  const opened = await read.case(id);
  const family = await familyOf(read, opened);
  // Most cases stand alone, and then no report need be read.
  const reports = family.length > 1 ? await reportsOn(read, family) : [];
  return decisionsOn(read, opened, family, reports);
}

/** What says of each track whether it has ended or was waived. */
export async function trackStanding(
  read: Records,
  {
    case: { id },
    family,
    tasks,
  }: Pick<CaseStanding, 'case' | 'tasks'> & { family: readonly Case[] },
) {
  const waivers = await read.parts('waiver', Waiver, { kind: 'case', id });
  // Reports can only undo a waiver: most cases have none.
  const reports = waivers.length > 0 ? await reportsOn(read, family) : [];
  return { tasks, waivers, reports };
}

/** The visits of a case, each with the clocks that run for it. */
async function visitsOf(read: Records, id: CaseId): Promise<ClockedVisit[]> {
  const visits = await read.visitsOf(id);
  return Promise.all(
    visits.map(async (visit) => ({
      ...visit,
      clocks: await read.clocksOf({ kind: 'interview', id: visit.id }),
    })),
  );
}

/**
 * How a case stands. The cases of the child are read before what hangs on them: whatever comes in
 * between has changed a version, and the decision made on this look is made again.
 */
export async function caseStanding(
  read: Records,
  id: CaseId,
): Promise<CaseStanding & { readonly clocks: readonly Clock[]; readonly family: readonly Case[] }> {
  const opened: Case = await read.case(id);
  const family = await familyOf(read, opened);
  const of = { kind: 'case', id } as const;
  const [tasks, clocks, waivers, reports, moves, visits] = await Promise.all([
    read.tasksOf(of),
    read.clocksOf(of),
    read.parts('waiver', Waiver, of),
    reportsOn(read, family),
    read.parts('move', Move, of),
    visitsOf(read, id),
  ]);
  const decisions = await decisionsOn(read, opened, family, reports);
  return { case: opened, family, tasks, clocks, decisions, waivers, reports, moves, visits };
}
