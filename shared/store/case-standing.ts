import * as z from 'zod';
import type { Case } from '../domain/case/case.ts';
import type { Clock } from '../domain/clock/state.ts';
import type { CaseId, ReferralId } from '../domain/ids.ts';
import { Move } from '../domain/move/move.ts';
import { part } from '../domain/part.ts';
import type { CaseStanding } from '../domain/safety/conditions.ts';
import { SafetyDecision } from '../domain/safety/decision.ts';
import { Waiver } from '../domain/safety/waiver.ts';
import { familyOf } from './family.ts';
import type { Records } from './records.ts';

/** Of an addition only that it came, and when. */
const Addition = z.object(part('addition'));

/** When each report of a case and each addition to one came in. */
async function reportsOf(read: Records, ids: readonly ReferralId[]): Promise<string[]> {
  const each = await Promise.all(
    ids.map(async (id) => {
      const [{ submittedAt }, additions] = await Promise.all([
        read.referral(id),
        read.parts('addition', Addition, { kind: 'referral', id }),
      ]);
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

/**
 * How a case stands. The case itself is read before what hangs on it: whatever comes in between has
 * changed its version, and the decision made on this look is made again.
 */
export async function caseStanding(
  read: Records,
  id: CaseId,
): Promise<CaseStanding & { readonly clocks: readonly Clock[] }> {
  const opened: Case = await read.case(id);
  const of = { kind: 'case', id } as const;
  const [tasks, clocks, decisions, waivers, reports, moves] = await Promise.all([
    read.tasksOf(of),
    read.clocksOf(of),
    read.parts('safety-decision', SafetyDecision, of),
    read.parts('waiver', Waiver, of),
    familyOf(read, opened).then((family) => reportsOn(read, family)),
    read.parts('move', Move, of),
  ]);
  return { case: opened, tasks, clocks, decisions, waivers, reports, moves };
}
