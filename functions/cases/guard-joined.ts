import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { isLive } from '../../shared/domain/booking/booking.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { joinGuards, type Regarded } from '../../shared/domain/interview/join-guards.ts';
import { partGuards } from '../../shared/domain/interview/part-guards.ts';
import { freeze, resume } from '../../shared/domain/interview/stopping.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { release } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { oneInterview, oneInterviewWrites } from '../../shared/store/one-interview.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import type { Write } from '../../shared/store/write.ts';

type Deps = Pick<VaultedStore, 'table' | 'records' | 'policy' | 'now' | 'bytes'>;

/** What a joining or its undoing does to the one interview of the child, around the decision on it. */
export interface GuardsAround {
  readonly follow: (decision: Decision) => Decision;
  readonly also: readonly Write[];
}

/** The cases of each of two children, the one that goes on first. */
interface Both {
  readonly stays: readonly Case[];
  readonly goes: readonly Case[];
}

/** Joined, the child has one guard: of two visits that are active the later one stops. */
export async function guardsOfBoth(deps: Deps, both: Both, by: Principal): Promise<GuardsAround> {
  const [stays, goes] = await Promise.all([sideOf(deps, both.stays), sideOf(deps, both.goes)]);
  const regarded = joinGuards(stays, goes);
  const changed = await following(deps, regarded, { ...both, by });
  const [root, away] = [both.stays[0], both.goes[0]];
  const episode = Math.max(root?.episode ?? 1, away?.episode ?? 1);
  return { ...changed, follow: (decision) => inEpisode(changed.follow(decision), root, episode) };
}

/** Parted, each child has the guard that its own visits give it. */
export async function guardsOfEach(deps: Deps, both: Both, by: Principal): Promise<GuardsAround> {
  const [stays, goes] = await Promise.all([sideOf(deps, both.stays), sideOf(deps, both.goes)]);
  const visits = [...stays.visits, ...goes.visits];
  const ids = (cases: readonly Case[]) => cases.map(({ id }) => id);
  const sides = {
    stays: { root: stays.root, cases: ids(both.stays) },
    goes: { root: goes.root, cases: ids(both.goes) },
  };
  const regarded = partGuards({ guards: stays.guards, visits, ...sides });
  const changed = await following(deps, regarded, { ...both, by });
  const episode = Math.max(both.goes[0]?.episode ?? 1, ...goes.visits.map((one) => one.episode));
  return {
    ...changed,
    follow: (decision) => inEpisode(changed.follow(decision), both.goes[0], episode),
  };
}

async function sideOf({ table }: Deps, cases: readonly Case[]) {
  const root = cases[0];
  if (!root) throw new Error('a child without a case');
  const read = interviews(table);
  const [guards, ...visits] = await Promise.all([
    oneInterview(table).ofChild(root.id),
    ...cases.map(({ id }) => read.ofCase(id)),
  ]);
  return { root: root.id, guards, visits: visits.flat() };
}

/** The episode that counts for a child from now on, where it is not the first. */
const inEpisode = (decision: Decision, root: Case | undefined, episode: number): Decision => ({
  ...decision,
  kept: decision.kept.map((kept) =>
    kept.what === 'case' && kept.id === root?.id && episode > 1 ? { ...kept, episode } : kept,
  ),
});

async function following(
  deps: Deps,
  { before, after, frozen, resumed }: Regarded,
  { stays, goes, by }: Both & { readonly by: Principal },
): Promise<GuardsAround> {
  const leads = [...stays, ...goes].map(({ lead }) => lead);
  const askers = after.map(({ agency }) => agency);
  const say = { by: { sub: by.sub, agency: by.agency }, tell: [...leads, ...askers] };
  const stopped = await Promise.all(
    frozen.map(({ visit, because }) => stopping(deps, visit, { ...say, because })),
  );
  const going = await Promise.all(resumed.map((visit) => goingOn(deps, visit, say)));
  const decisions = [...stopped.map(({ decision }) => decision), ...going];
  return {
    follow: (decision) => decisions.reduce(join, decision),
    also: [...oneInterviewWrites(before, after), ...stopped.flatMap(({ writes }) => writes)],
  };
}

type Say = Pick<Parameters<typeof resume>[0], 'by' | 'tell'>;

/** Its time is free at once, for whoever waits for it. */
async function stopping(
  deps: Deps,
  visit: Interview,
  say: Say & { readonly because: Interview['id'] },
): Promise<{ decision: Decision; writes: readonly Write[] }> {
  const { table, records, policy, now, bytes } = deps;
  const at = now();
  const [bookings, clocks] = await Promise.all([
    interviews(table).bookingsOf(visit.id),
    records.clocksOf({ kind: 'interview', id: visit.id }),
  ]);
  const { skewSeconds } = policy.at(Temporal.Instant.from(at)).interview.holding;
  const live = bookings.filter(isLive);
  const seen = await seeSheets(
    table,
    live.flatMap(({ claims }) => claims),
  );
  const moment = { at, skewSeconds };
  return {
    decision: freeze({ visit, bookings, clocks, at, event: newEventId(bytes), ...say }),
    writes: live.flatMap(({ id: booking, claims }) => release({ booking, claims }, moment, seen)),
  };
}

async function goingOn(
  { records, now, bytes }: Deps,
  visit: Interview,
  say: Say,
): Promise<Decision> {
  const clocks = await records.clocksOf({ kind: 'interview', id: visit.id });
  return resume({ visit, clocks, at: now(), event: newEventId(bytes), ...say });
}
