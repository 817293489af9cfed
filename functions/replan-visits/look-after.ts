import { isLive } from '../../shared/domain/booking/booking.ts';
import { brokenOf, wantsTime } from '../../shared/domain/finding/replan.ts';
import { HUB, reachability } from '../../shared/domain/finding/unreachable.ts';
import { lookedAfter, noLongerWaiting } from '../../shared/domain/finding/waiting.ts';
import { type InterviewId, newEventId, ResourceId } from '../../shared/domain/ids.ts';
import { breaksDeadline } from '../../shared/domain/interview/change.ts';
import { Resource } from '../../shared/domain/resource/resource.ts';
import { logger } from '../../shared/platform/observability.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import { resourceKey } from '../../shared/store/keys.ts';
import { expireHolds } from './expire-holds.ts';
import { holdNext } from './hold-next.ts';
import { moveNext } from './move-next.ts';
import { type ReplanDeps, readVisit, type Visit } from './read-visit.ts';
import { type FoundTimes, searchFor } from './search-for.ts';

/** People decide beside the hub; after so many times the message comes back. */
const TRIES = 10;

/**
 * One visit as it stands: a hold that ran out is over, a lost time is followed by the next best one,
 * and whoever can help is told once when the deadline can no longer be kept. Done twice, it is done
 * once: only what stands there decides.
 */
export async function lookAfter(deps: ReplanDeps, id: InterviewId): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await expireHolds(deps)(id);
      return await planned(deps, await readVisit(deps, id));
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === TRIES) throw error;
    }
  }
}

async function planned(deps: ReplanDeps, visit: Visit): Promise<void> {
  const { interview, bookings, waiting, edition } = visit;
  const live = bookings.find((one) => one.purpose === 'visit' && isLive(one));
  const { status } = interview;
  if (status !== 'planning' && status !== 'held' && status !== 'booked') return ended(deps, visit);
  const broken = live && brokenOf([live], await takenFor(deps, live.claims), edition);
  const late = live && breaksDeadline(interview, live);
  if (live && !broken && !late) return settled(deps, visit, undefined);
  const found = await searchFor(deps, visit);
  const wanted = wantsTime(interview, bookings, waiting);
  const done = broken
    ? await moveNext(deps, visit, broken, found)
    : wanted && (await holdNext(deps, visit, found));
  if (done) logger.info('another time is held', { interview: interview.id });
  return settled(deps, done ? await readVisit(deps, interview.id) : visit, found);
}

/** Says what has to be said of the deadline, and when the visit is looked at again. */
async function settled(
  { journal, bytes }: ReplanDeps,
  visit: Visit,
  found: FoundTimes | undefined,
): Promise<void> {
  const { interview, waiting, at, edition } = visit;
  const blocked = interview.breach || found?.items.length ? undefined : found?.blocked;
  const event = newEventId(bytes);
  const lead = visit.family[0]?.lead ?? visit.case.lead;
  const warned = reachability({ visit: interview, lead, blocked, at, event }, edition);
  if (warned) await journal.commit(warned);
  const waits = interview.status === 'planning';
  if (!waits && (!waiting || waiting.endedAt)) return;
  const next =
    waits || !waiting ? lookedAfter(interview, waiting, { by: HUB, at }, edition) : waiting;
  const kept = waits ? next : noLongerWaiting(next, at);
  await journal.commit({ kept: [kept], events: [] });
}

/** Nothing is planned any more: nobody waits. */
async function ended({ journal }: ReplanDeps, { waiting, at }: Visit): Promise<void> {
  if (!waiting || waiting.endedAt) return;
  await journal.commit({ kept: [noLongerWaiting(waiting, at)], events: [] });
}

/** People, rooms and vehicles of a booking as they are now. */
async function takenFor(
  { table }: Pick<ReplanDeps, 'table'>,
  claims: readonly { readonly sheet: string }[],
): Promise<Resource[]> {
  const ids = new Set(claims.map(({ sheet }) => sheet).filter((one) => one.startsWith('res_')));
  const items = await table.getAll([...ids].map((id) => resourceKey(ResourceId.parse(id))));
  return items.map((item) => Resource.parse(item));
}
