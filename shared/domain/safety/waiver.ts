import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { AgencyId, type EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { FourTrack, isGap, type Standing, trackHasEnded } from './tracks.ts';

/** What need not be done, as one person asked and a second one confirmed, each by their account. */
export const Waiver = z.object({
  ...part('waiver'),
  waives: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('track'), track: FourTrack }),
    z.object({ kind: z.literal('task'), task: TaskId }),
  ]),
  reason: Code,
  /** An agency's system does not tell who pressed the button. */
  through: z.enum(['person', 'system']),
  confirmed: z
    .object({
      by: z.object({ sub: z.string(), agency: AgencyId }),
      at: Instant,
      /** What stood then; whatever comes later is not waived. */
      reports: z.int().min(1),
      tasks: z.array(TaskId),
    })
    .optional(),
});
export type Waiver = z.infer<typeof Waiver>;
export type Waives = Waiver['waives'];

/** The list of the oversight body in which a waiver stands until a second person has looked. */
const WATCHED = 'waivers';

interface Asking {
  readonly case: Case;
  readonly standing: Standing;
  readonly earlier: readonly Waiver[];
  readonly waives: Waives;
  readonly reason: string;
  readonly sealed: Sealed | undefined;
  readonly by: By;
  readonly at: string;
  readonly event: EventId;
  /** The oversight body: it sees what waits for a second person. */
  readonly national: AgencyId;
}

interface By {
  readonly sub: string;
  readonly agency: AgencyId;
  readonly through: 'person' | 'system';
}

/** Asks that a track or a task need not be done. It counts for nothing until it is confirmed. */
export function askWaiver(asking: Asking, edition: Edition): Decision {
  const { case: opened, standing, earlier, waives, reason, sealed, by, at, national } = asking;
  if (opened.status === 'closed') throw new Refusal('already-closed');
  if (!edition.has('waiverReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  checkWaives(waives, standing);
  const waiver: Waiver = {
    what: 'waiver',
    of: { kind: 'case', id: opened.id },
    number: nextNumber(earlier),
    version: 1,
    file: opened.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    watched: WATCHED,
    sealed,
    waives,
    reason,
    through: by.through,
  };
  return decided(waiver, 'waiver.asked', [opened.lead, national], { ...asking, case: opened });
}

/** Open work is finished or cancelled first; what has ended well needs no waiver. */
function checkWaives(waives: Waives, standing: Standing): void {
  const covered = coveredBy(waives, standing);
  const open = covered.filter((task) => !hasEnded(task));
  if (open.length > 0) {
    const named = open.map(({ id }) => ({ pointer: id, code: 'task-open' }));
    throw new Refusal('waiver-of-open-task', named);
  }
  const needless =
    waives.kind === 'track'
      ? trackHasEnded(waives.track, standing)
      : !covered.some((task) => isGap(task, standing.tasks));
  if (needless) throw new Refusal('nothing-to-waive');
}

const coveredBy = (waives: Waives, { tasks }: Standing): Task[] =>
  tasks.filter((task) =>
    waives.kind === 'track' ? task.track === waives.track : task.id === waives.task,
  );

interface Confirming {
  readonly case: Case;
  readonly standing: Standing;
  readonly waiver: Waiver;
  readonly by: By & { readonly supervisor: boolean; readonly oversight: boolean };
  readonly at: string;
  readonly event: EventId;
}

/** A second person confirms: what stands in the case at this moment need not be done. */
export function confirmWaiver(confirming: Confirming): Decision {
  const { case: opened, standing, waiver, by, at } = confirming;
  if (opened.status === 'closed') throw new Refusal('already-closed');
  if (waiver.confirmed) return { kept: [], events: [] };
  if (!isSecondPerson(waiver, by, opened)) throw new Refusal('second-person-needed');
  checkWaives(waiver.waives, standing);
  const confirmed: Waiver = {
    ...waiver,
    version: waiver.version + 1,
    watched: undefined,
    confirmed: {
      by: { sub: by.sub, agency: by.agency },
      at,
      reports: standing.reports.length,
      tasks: coveredBy(waiver.waives, standing).map(({ id }) => id),
    },
  };
  const told = [opened.lead, ...(waiver.by.agency ? [waiver.by.agency] : [])];
  return decided(confirmed, 'waiver.confirmed', told, confirming);
}

/**
 * A supervisor of the lead unit or the oversight body, by an account of their own, other than the
 * one that asked. What a system asked may have been asked by that very supervisor: then only the
 * oversight body confirms it.
 */
function isSecondPerson(waiver: Waiver, by: Confirming['by'], { lead }: Case): boolean {
  const natural = by.through === 'person' && by.supervisor && by.sub !== waiver.by.sub;
  const inside = by.agency === lead && waiver.through === 'person';
  return natural && (by.oversight || inside);
}

function decided(
  waiver: Waiver,
  type: JournalEvent['type'],
  to: readonly AgencyId[],
  { case: opened, by, at, event }: Pick<Asking, 'case' | 'by' | 'at' | 'event'>,
): Decision {
  const { waives } = waiver;
  const counted: Case = { ...opened, version: opened.version + 1 };
  const what: Record<string, string> =
    waives.kind === 'track' ? { track: waives.track } : { task: waives.task };
  const told: JournalEvent = {
    id: event,
    type,
    at,
    subject: waiver.of,
    version: counted.version,
    by: { sub: by.sub, agency: by.agency },
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    to: [...new Set(to)].filter((agency) => agency !== by.agency),
    codes: { number: String(waiver.number), reason: waiver.reason, ...what },
  };
  return { kept: [waiver, counted], events: [told] };
}
