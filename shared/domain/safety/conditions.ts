import type { Case } from '../case/case.ts';
import { clockNameOf } from '../clock/definition.ts';
import type { Clock } from '../clock/state.ts';
import { type Move, openMoves } from '../move/move.ts';
import type { Edition } from '../policy/edition.ts';
import type { Hindrance } from '../refusal.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { type ClockedVisit, openVisits } from '../visit/outstanding.ts';
import { lapseOf, type SafetyDecision, seenSince } from './decision.ts';
import { FourTrack, isGap, type Standing, trackHasEnded } from './tracks.ts';
import { taskIsWaived, trackIsWaived } from './waived.ts';
import type { Waiver } from './waiver.ts';

/** A case with all that says whether its child is safe. */
export interface CaseStanding extends Standing {
  readonly case: Case;
  readonly decisions: readonly SafetyDecision[];
  readonly waivers: readonly Waiver[];
  readonly moves?: readonly Move[];
  readonly visits?: readonly ClockedVisit[];
}

/** The child was seen since the last report, and somebody answers for its safety until a day to come. */
function openSafety(
  { decisions, reports }: Pick<CaseStanding, 'decisions' | 'reports'>,
  at: string,
): Hindrance[] {
  const lastReport = reports.toSorted().at(-1) ?? '';
  const unseen = seenSince(decisions, lastReport)
    ? []
    : [{ pointer: 'safety/child-seen', code: 'child-not-seen' }];
  const lapse = lapseOf(decisions, at);
  return [...unseen, ...(lapse ? [{ pointer: 'safety/decision', code: lapse }] : [])];
}

/** Each of the four tracks that has neither ended nor been waived by a second person. */
const openTracks = (standing: CaseStanding): Hindrance[] =>
  FourTrack.options
    .filter((track) => !trackHasEnded(track, standing))
    .filter((track) => !trackIsWaived(track, standing.waivers, standing))
    .map((track) => ({ pointer: `track/${track}`, code: `${track}-open` }));

/** Each task that goes on, and each that left a gap nobody waived. */
export function openTasks(
  tasks: readonly Task[],
  isWaived: (task: Task) => boolean = () => false,
): Hindrance[] {
  const open = tasks.filter((task) => !hasEnded(task));
  const gaps = tasks.filter((task) => isGap(task, tasks) && !isWaived(task));
  return [
    ...open.map(({ id }) => ({ pointer: id, code: 'task-open' })),
    ...gaps.map(({ id }) => ({ pointer: id, code: 'task-not-replaced' })),
  ];
}

/** What is open in a case, beside what whoever referred is owed. */
export const openInCase = (standing: CaseStanding, at: string): Hindrance[] => [
  ...openSafety(standing, at),
  ...openTracks(standing),
  ...openMoves(standing.moves ?? []),
  ...openVisits(standing.visits ?? []),
  ...openTasks(standing.tasks, (task) => taskIsWaived(task, standing.waivers, standing)),
];

/** Clocks that only remind of what a decision promised: they hinder nothing. */
const REMINDERS = ['safety-review', 'measure-ends'];

/** A clock that still guards the child hinders, whatever else was written down. */
export const openGuards = (clocks: readonly Clock[], named: readonly Hindrance[]): Hindrance[] =>
  clocks
    .filter(({ guardsChild, endedAt }) => guardsChild && endedAt === undefined)
    .filter(({ name }) => !REMINDERS.includes(clockNameOf(name)))
    .map(({ name }) => ({ pointer: `clock/${name}`, code: GUARDED[name] ?? 'safety-open' }))
    .filter(({ code }) => !named.some((one) => one.code === code));

const GUARDED: Readonly<Record<string, string>> = {
  'child-seen': 'child-not-seen',
  'safety-decision': 'safety-decision-missing',
};

/** The same with the pack's words: what is open, and what to do about it. */
export const inWords = (hindrances: readonly Hindrance[], edition: Edition): Hindrance[] =>
  hindrances.map((one) => ({
    ...one,
    says: {
      label: wordsOf(edition, 'closureConditions', one.code),
      instead: wordsOf(edition, 'closureSteps', one.code),
    },
  }));

const wordsOf = (edition: Edition, list: 'closureConditions' | 'closureSteps', code: string) => ({
  ka: edition.label(list, code, 'ka'),
  en: edition.label(list, code, 'en'),
});
