import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, TaskId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Children, JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { isOver, type RoutedReferral } from '../referral/referral.ts';
import type { Urgency } from '../task/statuses.ts';
import { NEWS_WORK, type Task } from '../task/task.ts';
import { again, changeUrgency, shortened, strictest } from '../task/urgency.ts';
import { type Need, needOf } from './asked-already.ts';
import type { Assignment } from './decide.ts';
import { standIn } from './inside.ts';
import {
  explained,
  type PlannedWork,
  type Planning,
  plannedWork,
  type RoutingIds,
  requested,
} from './planned-work.ts';
import type { RoutingFacts } from './rule.ts';

export interface Replan {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  readonly revision: number;
  /** The news: when it came, and from which agency. */
  readonly news: { readonly at: string; readonly agency: AgencyId | undefined };
  /** What the rules ask for without the news and with it. */
  readonly before: readonly Assignment[];
  readonly now: readonly Assignment[];
  readonly facts: Pick<RoutingFacts, 'level' | 'childNowUntil'>;
  readonly municipality: string;
  readonly tasks: readonly Task[];
  /** The clocks of tasks that are open. */
  readonly clocks: ReadonlyMap<TaskId, readonly Clock[]>;
  /** The clocks of the referral and of the case. */
  readonly ofParents: readonly Clock[];
  /** Related children the news named, and how many there are in all. */
  readonly children?: Children | undefined;
  readonly total: number;
  /** How many the child had told, by the highest statement of all reports. */
  readonly toldBefore?: number;
  readonly at: string;
  readonly ids: RoutingIds;
}

/**
 * What news changes, in one decision: who else is asked, whose work becomes more urgent, and that a
 * person at the lead unit reads it. Urgency and deadlines only ever rise here; the lead, what people
 * refused, handed on or finished stays as they decided it.
 */
export function planAgain(plan: Replan, edition: Edition): Decision {
  const { referral, case: opened, at, ids, tasks, news } = plan;
  const needs = plan.now
    .filter(({ each }) => !each)
    .map((assignment) => ({
      assignment,
      need: needOf({ tasks, newsAt: news.at, assignment, before: earlier(plan, assignment) }),
    }));
  const risen = needs.flatMap(({ assignment, need }) => raised(plan, assignment, need, edition));
  const asked = needs.filter(({ need }) => need.is === 'new').map(({ assignment }) => assignment);
  const planning: Planning = {
    ...{ referral, at, ids, municipality: plan.municipality },
    opened: opened?.id,
    reportedAt: news.at,
    childNowUntil: plan.facts.childNowUntil,
  };
  const toRead = newsFor(plan, urgencyOf(plan, asked, risen), edition);
  const works = [...asked, ...toRead].map((assignment) =>
    // A case has its lead, and a lead its case: whoever is asked now takes part.
    plannedWork({ ...assignment, role: 'participant' }, planning, edition),
  );
  const clocks = clocksOfParents(plan, edition);
  const changes = works.length + risen.length + clocks.length > 0;
  const after = reopened(plan, changes);
  return {
    kept: [
      ...after,
      ...works.flatMap(({ task, clocks: own }) => [task, ...own]),
      ...risen.flatMap(({ kept }) => kept),
      ...clocks,
      routingRecord(plan, works, edition),
    ],
    events: [
      ...events(plan, after, edition),
      ...works.map(({ task }) => requested(task, plan, edition)),
      ...risen.flatMap(({ events: told }) => told),
    ],
  };
}

const earlier = ({ before }: Replan, { kind, agency }: Assignment): Assignment | undefined =>
  before.find((one) => one.kind === kind && one.agency === agency);

function raised(
  { clocks, news, at, ids, referral }: Replan,
  { urgency }: Assignment,
  need: Need,
  edition: Edition,
): Decision[] {
  if (need.is !== 'raised') return [];
  const { task } = need;
  const by = { sub: 'routing' };
  const common = { task, to: urgency, from: news.at, at, by, reason: 'news', lead: referral.lead };
  const own = clocks.get(task.id) ?? [];
  return [
    changeUrgency({ ...common, clocks: own, event: ids.event(`raised ${task.id}`) }, edition),
  ];
}

/** The news itself is as urgent as what it changes; on a closed referral, as all that is known by now. */
function urgencyOf(
  plan: Replan,
  asked: readonly Assignment[],
  risen: readonly Decision[],
): Urgency | undefined {
  const tasks = risen.flatMap(({ events: told }) => told.flatMap(({ urgency }) => urgency ?? []));
  const changed = [...asked.map(({ urgency }) => urgency), ...tasks];
  const known = isOver(plan.referral) ? plan.now.map(({ urgency }) => urgency) : [];
  return strictest([...changed, ...known]);
}

/** A person at the lead unit reads it, unless nobody there has read anything yet, or the news is its own. */
function newsFor(plan: Replan, urgency: Urgency | undefined, edition: Edition): Assignment[] {
  const { referral, news } = plan;
  const unread = referral.status === 'routed';
  const own = news.agency === referral.lead && !isOver(referral);
  const lead = edition.agency(referral.lead);
  const agency = lead && standIn(lead, referral.excluded ?? [], edition);
  if (unread || own || !agency) return [];
  const { source: _, legalCheck: __, check: ___, ...work } = edition.work(NEWS_WORK);
  // A family's support has its working days; news of a child in a case has not.
  const least = plan.case || referral.kind === 'violence' ? work.urgency : 'routine';
  const as = strictest([...(urgency ? [urgency] : []), least]) ?? work.urgency;
  return [{ ...work, urgency: as, agency: agency.id, rule: NEWS_WORK }];
}

/** What the case waits for comes sooner, and begins anew where it was closed. */
function clocksOfParents(plan: Replan, edition: Edition): Clock[] {
  const { now, ofParents, news, referral } = plan;
  const urgency = now.find(({ role }) => role === 'lead')?.urgency ?? 'high';
  const from = { urgency, from: news.at };
  return ofParents.flatMap((clock) => {
    const name = AGAIN.find((one) => one === clock.name);
    if (name && clock.endedAt && isOver(referral)) return again(clock, name, from, edition);
    return OF_CASE.includes(clock.name) ? (shortened(clock, from, edition) ?? []) : [];
  });
}
const OF_CASE = ['safety-decision', 'child-seen'];
/** What is owed anew when something closed is opened again. */
const AGAIN = ['safety-decision', 'child-seen', 'first-feedback'] as const;

/** Referral and case as they stand after the news: never closed, and counted where anything hangs on them. */
function reopened(plan: Replan, changes: boolean): Kept[] {
  const { referral, case: opened } = plan;
  const version = referral.version + 1;
  const told: RoutedReferral = isOver(referral)
    ? { ...inProgress(referral), version }
    : { ...referral, version };
  if (!opened) return [told];
  const toldBefore = Math.max(opened.toldBefore ?? 0, plan.toldBefore ?? 0);
  const more = toldBefore > (opened.toldBefore ?? 0);
  if (!changes && !more && opened.status !== 'closed') return [told];
  const counted = { ...openAgain(opened), ...(more && { toldBefore }) };
  return [told, { ...counted, version: opened.version + 1 }];
}

/** How it had ended is told by the journal. */
const inProgress = (referral: RoutedReferral): RoutedReferral => ({
  ...referral,
  status: 'in-progress',
});

const openAgain = (opened: Case): Case => ({ ...opened, status: 'open' });

const routingRecord = (plan: Replan, works: readonly PlannedWork[], edition: Edition) => ({
  what: 'routing' as const,
  referral: plan.referral.id,
  file: plan.referral.file,
  revision: plan.revision,
  version: 1 as const,
  at: plan.at,
  policy: edition.reference,
  level: plan.facts.level,
  children: plan.total,
  tasks: works.map(explained),
});

function events(plan: Replan, after: readonly Kept[], edition: Edition): JournalEvent[] {
  const { referral, case: opened, at, ids, children } = plan;
  const common = {
    ...{ at, by: { sub: 'routing' }, file: referral.file, referral: referral.id },
    ...{ case: referral.case, policy: edition.reference },
  };
  const again: JournalEvent = {
    ...common,
    id: ids.event('referral'),
    type: 'referral.rerouted',
    subject: { kind: 'referral', id: referral.id },
    version: referral.version + 1,
    to: [],
    ...(children && { children }),
  };
  const wasClosed = opened?.status === 'closed' && after.some(({ what }) => what === 'case');
  if (!opened || !wasClosed) return [again];
  const told: JournalEvent = {
    ...common,
    id: ids.event('case'),
    type: 'case.reopened',
    subject: { kind: 'case', id: opened.id },
    version: opened.version + 1,
    to: [opened.lead],
  };
  return [again, told];
}
