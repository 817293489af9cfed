import { Temporal } from 'temporal-polyfill';
import { type findSlots as contract, SEARCH_DAYS_MOST } from '../../shared/contract/slots.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { findTimes } from '../../shared/domain/finding/find.ts';
import type { Sought } from '../../shared/domain/finding/sought.ts';
import { blockedView, slotView } from '../../shared/domain/finding/view.ts';
import { mustBeOpen } from '../../shared/domain/interview/change.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { text } from '../../shared/domain/time.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { readInterview } from '../../shared/platform/read-interview.ts';
import { calendars } from '../../shared/store/calendars.ts';
import type { Proposals } from '../../shared/store/proposals.ts';
import { readSearch, type Wanted } from '../../shared/store/searches.ts';

type Deps = PlanDeps & { readonly proposals: Pick<Proposals, 'sign'> };
type Query = Parameters<UseCase<typeof contract>>[0]['query'];

/** What is looked through when nobody says how far: enough to see what lies behind a deadline. */
const SEARCH_DAYS = 30;

/** Looks for times, and says why where there is none. It holds nothing and changes nothing. */
export const findSlots =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, query, principal, lang }) => {
    const asked = { id: path.interviewId, by: principal, action: 'interview.plan' } as const;
    const visit = await readInterview(deps, asked);
    mustBeOpen(visit.interview);
    const now = deps.now();
    const edition = editionAt(deps, now);
    const wanted = wantedOf(query, visit.interview, now, edition.interview.finding.proposalsMost);
    const read = { ...deps, calendars: calendars(deps.table) };
    const sought = await readSearch(read, visit, wanted, edition);
    const found = findTimes(sought, edition);
    const reader = { sought, lang, edition };
    const items = await Promise.all(
      found.items.map(async (item) => {
        const view = slotView(item, reader);
        const people = await named(deps, view.people, sought, principal);
        const slot = await deps.proposals.sign(item.proposal, principal.sub);
        return { ...view, people, slot };
      }),
    );
    const { dueAt } = visit.interview.tier;
    return { status: 200, body: { items, dueAt, ...blockedView(found, reader) } };
  };

/** From now on, at most a quarter of a year; time on call only for what cannot wait. */
function wantedOf(query: Query, { tier }: Interview, now: string, most: number): Wanted {
  const { from = now, limit = most, purpose, standIns, video, onCall } = query;
  const after = (days: number) => text(Temporal.Instant.from(from).add({ hours: days * 24 }));
  const to = query.to ?? after(SEARCH_DAYS);
  const wrong = (pointer: string, code: string) =>
    new Refusal('query-invalid', [{ pointer, code }]);
  if (from < text(Temporal.Instant.from(now).subtract({ minutes: 1 }))) {
    throw wrong('/from', 'in-the-past');
  }
  if (to <= from) throw wrong('/to', 'ends-before-it-begins');
  if (to > after(SEARCH_DAYS_MOST)) throw wrong('/to', 'too-far');
  if (limit > most) throw wrong('/limit', 'too-big');
  return {
    ...{ from, to, now, limit, purpose },
    allowed: { standIns: standIns === 'yes', video: video === 'yes' },
    onCall: onCall ? onCall === 'yes' : tier.tier === 0,
  };
}

type People = ReturnType<typeof slotView>['people'];

/** Names of people: for their own agency, and for the unit that leads the case. */
async function named(
  { sealing }: Pick<Deps, 'sealing'>,
  people: People,
  { resources, lead }: Sought,
  { agency }: Principal,
) {
  return Promise.all(
    people.map(async (person) => {
      const resource = resources.find(({ id }) => id === person.resource);
      if (!resource) throw new Error('a role was filled by nobody that was looked at');
      const shown = { ...person, agency: resource.agency, resource: resource.id };
      if (agency !== resource.agency && agency !== lead) return shown;
      const { outcome } = await sealing.forHub(resource, 'slot-names');
      return { ...shown, name: outcome?.name };
    }),
  );
}
