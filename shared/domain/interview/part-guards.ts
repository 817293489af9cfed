import type { CaseId } from '../ids.ts';
import { isActive } from './active.ts';
import type { Guard } from './guard.ts';
import type { Interview } from './interview.ts';
import type { Regarded } from './join-guards.ts';

/** One of the two that turned out to be different children. */
export interface PartedSide {
  readonly root: CaseId;
  readonly cases: readonly CaseId[];
}

interface Parting {
  readonly guards: readonly Guard[];
  readonly visits: readonly Interview[];
  readonly stays: PartedSide;
  readonly goes: PartedSide;
}

/**
 * They are two children after all: each has the guards its own visits give it. A visit that was
 * frozen for one of the other child goes on, if its own guard is free.
 */
export function partGuards({ guards, visits, stays, goes }: Parting): Regarded {
  const episodes = [...new Set([...guards, ...visits].map(({ episode }) => episode))];
  const each = episodes.map((episode): Regarded => {
    const whole = guards.find((guard) => guard.episode === episode);
    const of = visits.filter((visit) => visit.episode === episode);
    const first = standing(stays, whole, of, []);
    const second = standing(goes, whole, of, first.guard?.persons ?? []);
    const next = [first, second];
    return {
      before: whole ? [whole] : [],
      after: next.flatMap(({ guard }) => guard ?? []),
      frozen: [],
      resumed: next.flatMap(({ resumed }) => resumed ?? []),
    };
  });
  return {
    before: each.flatMap(({ before }) => before),
    after: each.flatMap(({ after }) => after),
    frozen: [],
    resumed: each.flatMap(({ resumed }) => resumed),
  };
}

interface Stands {
  readonly guard?: Guard;
  readonly resumed?: Interview;
}

/** The guard of one of both: by the visit that is active, else by the one held, else by the frozen. */
function standing(
  { root, cases }: PartedSide,
  whole: Guard | undefined,
  visits: readonly Interview[],
  taken: Guard['persons'],
): Stands {
  const own = visits.filter((visit) => cases.includes(visit.case));
  const others = visits.filter((visit) => !cases.includes(visit.case)).map(({ id }) => id);
  const ofSide = (whole?.persons ?? []).filter(({ of }) => cases.includes(of));
  const isTaken = ofSide.some(({ hash }) => taken.some((other) => other.hash === hash));
  const persons = ofSide.filter(({ hash }) => !taken.some((other) => other.hash === hash));
  const held = own.filter(wasHeld).toSorted(byOpening).at(-1);
  const guardBy = (visit: Interview, state: Guard['state']): Guard => ({
    what: 'one-interview',
    state,
    interview: visit.id,
    agency: visit.requestedBy,
    child: root,
    episode: visit.episode,
    version: (whole?.version ?? 0) + 1,
    persons,
    ...(state === 'active' && held && { usedBy: { interview: held.id, agency: held.requestedBy } }),
  });
  const active = own.find((visit) => isActive(visit) && !wasHeld(visit));
  if (active) return { guard: guardBy(active, 'active') };
  if (held) return { guard: guardBy(held, 'used') };
  const waits = own
    .filter((visit) => visit.status === 'frozen' && others.includes(visit.because))
    .toSorted(byOpening)[0];
  return waits && !isTaken ? { guard: guardBy(waits, 'active'), resumed: waits } : {};
}

const byOpening = (a: Interview, b: Interview): number => a.openedAt.localeCompare(b.openedAt);

/** It was completed, though the child may not have left yet. */
export const wasHeld = (visit: Interview): boolean =>
  (visit.status === 'ended' || visit.status === 'under-way') && visit.result === 'completed';
