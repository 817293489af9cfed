import { Temporal } from 'temporal-polyfill';
import { type Findings, findTimes } from '../../shared/domain/finding/find.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { text } from '../../shared/domain/time.ts';
import { readSearch } from '../../shared/store/searches.ts';
import type { ReplanDeps, Visit } from './read-visit.ts';

export type FoundTimes = Pick<Findings, 'items' | 'blocked'>;

/** How far is looked for a visit whose deadline was given up for a reason. */
const SEARCH_DAYS = 30;

/**
 * Times for a visit before its deadline: of the agencies that answer for it, by video where that may
 * be; of stand-ins only where there is none without.
 */
export async function searchFor(deps: ReplanDeps, visit: Visit): Promise<FoundTimes> {
  const { interview, at, edition } = visit;
  const { dueAt } = interview.tier;
  // A day past the deadline is looked at too: what stands there says what the deadline prevents.
  const [last = at] = [at, dueAt].toSorted().toReversed();
  const to = interview.breach ? after(at, SEARCH_DAYS) : after(last, 1);
  const wanted = {
    ...{ from: at, to, now: at, purpose: 'visit' as const },
    limit: edition.interview.finding.proposalsMost,
    allowed: { standIns: false, video: true },
    onCall: interview.tier.tier === 0,
  };
  const sought = await readSearch(deps, visit, wanted, edition);
  try {
    const found = findTimes(sought, edition);
    if (found.items.length > 0) return found;
    const wider = findTimes({ ...sought, allowed: { standIns: true, video: true } }, edition);
    return wider.items.length > 0 ? wider : found;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error);
  }
}

const after = (at: string, days: number): string =>
  text(Temporal.Instant.from(at).add({ hours: days * 24 }));

/** What no time at all would be found for stands in the way like any other blocker. */
const refused = ({ code }: Refusal): FoundTimes => ({
  items: [],
  blocked: { blockers: [{ codes: [code], prevents: { count: 0, dates: [] } }], otherwise: [] },
});
