import { Temporal } from 'temporal-polyfill';
import { statedTellings } from '../../shared/domain/case/telling.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { ROUTING_CONSUMER, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { united } from '../../shared/domain/referral/reports.ts';
import { ROUTED_BY } from '../../shared/domain/routing/facts.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { planAgain } from '../../shared/domain/routing/replan.ts';
import { wantedBy } from '../../shared/domain/routing/wanted.ts';
import { hasEnded, type Task } from '../../shared/domain/task/task.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';
import { childrenIn, type ReportDeps, readReports, type SentReport } from './read-reports.ts';
import { askIfSame, compared } from './same-child.ts';
import { type ShutByNewsDeps, shutByNews } from './shut-by-news.ts';

/** What routing has to open: with the child's own words, which may tell of violence. */
const OPENED = [...ROUTED_BY, 'childs-own-words'] as const;

type Deps = Pick<VaultedStore, 'policy' | 'now'> &
  ReportDeps &
  ShutByNewsDeps & {
    readonly records: Pick<
      VaultedStore['records'],
      | 'referral'
      | 'case'
      | 'referralsBy'
      | 'casesBy'
      | 'tasksOf'
      | 'clocksOf'
      | 'routing'
      | 'routings'
    >;
    readonly children: Pick<VaultedStore['children'], 'enter'>;
    readonly journal: Pick<VaultedStore['journal'], 'commit' | 'settle'>;
    readonly derive: typeof derive;
    readonly openCentres: readonly string[];
  };
type News = RoutingMessage & { readonly revision: number };

/** Routes again after news: once for each addition, and never against what people have decided. */
export const rerouteReferral =
  (deps: Deps) =>
  async ({ event, referral: id, revision }: News): Promise<void> => {
    const { records, journal, policy, openCentres } = deps;
    const settles = [{ event, consumer: ROUTING_CONSUMER }];
    const before = await records.referral(id);
    // The first routing reads what was added before it, and neither passes the other unseen.
    if (before.status === 'submitted') return journal.settle(settles);
    await shutByNews(deps, before);
    const referral = routedOnly(await records.referral(id));
    const reports = (await readReports(deps, referral, OPENED)).slice(0, revision);
    const news = reports.at(-1);
    if (!news) throw new Error(`${id} has no report ${revision}`);
    const edition = policy.at(Temporal.Instant.from(news.at), { openCentres });
    // News can say who the child is: then it may have been reported before.
    const same = await compared(deps, referral, united(reports), edition);
    if (!(await records.routing(id, revision))) {
      const again = await routedAgain(deps, { referral, revision, reports, news, same }, edition);
      await journal.commit(again, same.asks ? {} : { settles });
    } else if (!same.asks) return journal.settle(settles);
    if (same.fault) throw same.fault;
    if (same.asks)
      await journal.commit(await askIfSame(deps, id, same.reports, edition), { settles });
  };

interface Again {
  readonly referral: RoutedReferral;
  readonly revision: number;
  readonly reports: readonly SentReport[];
  readonly news: SentReport;
  readonly same: Awaited<ReturnType<typeof compared>>;
}

/** What the news asks for beside what stands; how often the child was reported counts where it is new. */
async function routedAgain(
  deps: Deps,
  { referral, revision, reports, news, same }: Again,
  edition: Edition,
): Promise<Decision> {
  const { id } = referral;
  const { facts } = same.reports;
  const known = await knownOf(deps, referral);
  const wanted = wantedBy(referral, reports, edition, facts);
  const before = wantedBy(referral, reports.slice(0, -1), edition, referral.earlier ? facts : {});
  const plan = {
    ...{ referral, revision, news, ...known },
    ...{ now: wanted.assignments, facts: wanted.facts },
    before: before.assignments,
    municipality: referral.placeMasked ? 'unknown' : wanted.municipality,
    ...newChildren(reports, known.listed),
    toldBefore: statedTellings(reports),
    at: deps.now(),
    ids: routingIds(deps.derive, id, String(revision)),
  };
  return planAgain(plan, edition);
}

/** What stands by now: the case first, then what hangs on it, which changes its version. */
async function knownOf({ records }: Deps, referral: RoutedReferral) {
  const { id, case: caseId } = referral;
  const opened = caseId && (await records.case(caseId));
  const own = { kind: 'referral' as const, id };
  const parent = caseId ? { kind: 'case' as const, id: caseId } : own;
  const [tasks, ofReferral, ofCase, routings] = await Promise.all([
    records.tasksOf(parent),
    records.clocksOf(own),
    caseId ? records.clocksOf(parent) : [],
    records.routings(id),
  ]);
  const listed = Math.max(0, ...routings.map(({ children = 0 }) => children));
  const clocks = await clocksOfOpen(records, tasks);
  return {
    case: opened || undefined,
    tasks,
    clocks,
    ofParents: [...ofReferral, ...ofCase],
    listed,
  };
}

async function clocksOfOpen(records: Deps['records'], tasks: readonly Task[]) {
  const open = tasks.filter((task) => !hasEnded(task));
  const found = open.map(
    async ({ id }) => [id, await records.clocksOf({ kind: 'task', id })] as const,
  );
  return new Map<TaskId, Awaited<ReturnType<typeof records.clocksOf>>>(await Promise.all(found));
}

/** Related children nobody has been told of yet. */
function newChildren(reports: readonly SentReport[], listed: number) {
  const total = childrenIn(reports);
  const children = total > listed ? { from: listed + 1, to: total } : undefined;
  return { total: Math.max(total, listed), children };
}
