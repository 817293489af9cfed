import { Temporal } from 'temporal-polyfill';
import type { AgencyId } from '../ids.ts';
import type { InterviewRules } from '../interview/rules.ts';
import { cellOf } from '../scheduling/days.ts';
import { and, everything, free, nothing } from '../scheduling/mask.ts';
import type { Rule, Window } from '../scheduling/question.ts';
import { startsOf } from '../scheduling/windows.ts';
import { type Diary, unlessTaken } from './diary.ts';
import { apartSheet, zoneSheet } from './sheets.ts';
import type { Sibling, Sought } from './sought.ts';
import { type Timeline, whole } from './timeline.ts';

/** A zone of the centre with the times at which a visit has it. */
export interface ZoneUse {
  readonly zone: string;
  readonly windows: readonly Window[];
  /** Children of one family may be in it together. */
  readonly family: boolean;
}

/** A start at which all of these hold: a rule of one quarter, whatever the windows behind it. */
export const AT_START: Window = { offset: 0, cells: 1 };

/**
 * The zones of a site. What the pack says nothing more of is taken for the whole visit: a centre of
 * one zone takes one child at a time.
 */
export function zonesOf(
  site: AgencyId,
  timeline: Timeline,
  { separation }: Pick<InterviewRules, 'separation'>,
): ZoneUse[] {
  if (timeline.purpose === 'planning-meeting') return [];
  const centre = separation.find((one) => one.site === site);
  if (!centre) return [{ zone: 'house', windows: [whole(timeline)], family: false }];
  return centre.zones.map((zone) => {
    const passed = centre.passed?.[zone];
    if (!passed) return { zone, windows: [whole(timeline)], family: false };
    const windows = passed.at.flatMap((moment) => timeline.passing[moment]);
    return { zone, windows: inOrder(windows), family: passed.family };
  });
}

/** Windows in their order, none within or touching another. */
function inOrder(windows: readonly Window[]): Window[] {
  const joined: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.offset - b.offset)) {
    const last = joined.at(-1);
    if (!last || last.offset + last.cells < window.offset) joined.push(window);
    else {
      const end = Math.max(last.offset + last.cells, window.offset + window.cells);
      joined[joined.length - 1] = { offset: last.offset, cells: end - last.offset };
    }
  }
  return joined;
}

/** No two children of different families meet, and some children are never there together. */
export function separationRules(
  timeline: Timeline,
  { sought, diary, rules }: { sought: Sought; diary: Diary; rules: InterviewRules },
): Rule[] {
  if (timeline.purpose === 'planning-meeting') return [];
  const { site, child } = sought.interview;
  const all = everything(diary.horizon);
  const zones = zonesOf(site.agency, timeline, rules).map(({ zone, windows }): Rule => {
    const left = unlessTaken([zoneSheet(site.agency, zone)], diary, all);
    const starts = startsOf(diary.horizon, left, windows);
    return { code: `separation.${zone}`, window: AT_START, free: starts };
  });
  // The other child's own day as well: its visit may be older than the knowledge of both.
  const apart = sought.apart.flatMap((other) => [apartSheet(child, other), other]);
  const never = unlessTaken(apart, diary, all);
  return [
    ...zones,
    ...(apart.length > 0 ? [{ code: 'apart', window: whole(timeline), free: never }] : []),
    ...siblingRules(timeline, sought, diary),
  ];
}

/** Children of one family on one day, in the order that was chosen, one interview after the other. */
function siblingRules(timeline: Timeline, sought: Sought, diary: Diary): Rule[] {
  const order = sought.interview.siblings?.order;
  const own = timeline.parts.find(({ part }) => part === 'interview');
  if (order === undefined || !own) return [];
  const all = everything(diary.horizon);
  for (const sibling of sought.siblings) {
    const theirs = interviewOf(sibling);
    if (!theirs) continue;
    const day = diary.days.find(({ from, to }) => from <= theirs.from && theirs.from < to);
    const starts = nothing(diary.horizon);
    if (day) {
      const after = { from: Math.max(day.from, theirs.to - own.offset), to: day.to };
      const before = { from: day.from, to: theirs.from - own.offset - own.cells + 1 };
      free(starts, diary.horizon, sibling.order < order ? after : before);
    }
    and(all, starts);
  }
  return [{ code: 'siblings', window: AT_START, free: all }];
}

function interviewOf({ booking }: Sibling) {
  const part = booking?.parts.find(({ part }) => part === 'interview');
  if (!part) return undefined;
  const [from, to] = [part.start, part.end].map((at) => Temporal.Instant.from(at));
  if (!from || !to) return undefined;
  return { from: cellOf(from), to: cellOf(to.add({ seconds: 899 })) };
}
