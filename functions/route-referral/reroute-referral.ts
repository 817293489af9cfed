import { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../shared/domain/ids.ts';
import { ROUTING_CONSUMER, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { ROUTED_BY } from '../../shared/domain/routing/facts.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import { planAgain } from '../../shared/domain/routing/replan.ts';
import { wantedBy } from '../../shared/domain/routing/wanted.ts';
import { hasEnded, type Task } from '../../shared/domain/task/task.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';
import { childrenIn, type ReportDeps, readReports, type SentReport } from './read-reports.ts';

/** What routing has to open: with the child's own words, which may tell of violence. */
const OPENED = [...ROUTED_BY, 'childs-own-words'] as const;

type Deps = Pick<VaultedStore, 'policy' | 'now'> &
  ReportDeps & {
    readonly records: Pick<
      VaultedStore['records'],
      'referral' | 'case' | 'tasksOf' | 'clocksOf' | 'routing' | 'routings'
    >;
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
    const referral = await records.referral(id);
    // The first routing reads what was added before it, and neither passes the other unseen.
    const first = referral.status === 'submitted';
    if (first || (await records.routing(id, revision))) return journal.settle(settles);
    const reports = (await readReports(deps, referral, OPENED)).slice(0, revision);
    const news = reports.at(-1);
    if (!news) throw new Error(`${id} has no report ${revision}`);
    const edition = policy.at(Temporal.Instant.from(news.at), { openCentres });
    const known = await knownOf(deps, referral);
    const wanted = wantedBy(referral, reports, edition);
    const plan = {
      ...{ referral, revision, news, ...known },
      ...{ now: wanted.assignments, facts: wanted.facts },
      before: wantedBy(referral, reports.slice(0, -1), edition).assignments,
      municipality: referral.placeMasked ? 'unknown' : wanted.municipality,
      ...newChildren(reports, known.listed),
      at: deps.now(),
      ids: routingIds(deps.derive, id, String(revision)),
    };
    await journal.commit(planAgain(plan, edition), { settles });
  };

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
