import * as z from 'zod';
import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { Code } from '../text.ts';
import { callNationalDesk } from './lead-refuses.ts';
import { hasEnded, NEWS_WORK, parentOf, type Task } from './task.ts';

/** A need nobody could meet: counted so that somebody builds what is missing. */
export const UnmetNeed = z.object({ ...part('unmet-need'), kind: Code, municipality: Code });
export type UnmetNeed = z.infer<typeof UnmetNeed>;

/** The reason, of a rejection and of a failure, that says so. */
const NO_SERVICE = 'no-such-service';
const UNMET_LIST = 'unmet-needs';

interface Refused {
  /** The task after the step: rejected or failed. */
  readonly task: Task;
  /** Its clocks as they were before. */
  readonly clocks: readonly Clock[];
  /** All tasks of the same case or referral. */
  readonly tasks: readonly Task[];
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly ids: { readonly task: TaskId; readonly event: EventId; readonly need: EventId };
}

/**
 * What a refusal brings about. The lead's own goes to the national desk, and so does work that was
 * refused as often as the pack says; whoever has it answers until a person elsewhere has accepted.
 */
export function refused(call: Refused, edition: Edition): Decision {
  const { task, clocks, by, at, ids } = call;
  const rule = deskRule(call, edition);
  const desk = rule
    ? callNationalDesk({ task, clocks, by, at, ids, rule }, edition)
    : { kept: [], events: [] };
  const need = unmetNeed(call, edition);
  if (!rule && !need) return desk;
  return {
    kept: [...desk.kept, ...(need ? [need.part] : []), counted(call)],
    events: [...desk.events, ...(need ? [need.event] : [])],
  };
}

function deskRule(
  { task, tasks, referral }: Refused,
  edition: Edition,
): 'lead-refused' | 'refused-again' | undefined {
  if (task.status !== 'rejected' || task.agency === nationalDesk(edition).desk.id) return undefined;
  const same = [...tasks.filter(({ id }) => id !== task.id), task].filter((one) =>
    isSameWork(one, task),
  );
  const called = tasks.some((one) => !hasEnded(one) && same.some(({ id }) => id === one.about));
  if (called) return undefined;
  const leads = task.role === 'lead' || task.kind === NEWS_WORK;
  if (leads && task.agency === referral.lead) return 'lead-refused';
  const refusals = same.filter(({ status }) => status === 'rejected').length;
  return refusals >= edition.refusalsToDesk ? 'refused-again' : undefined;
}

const isSameWork = (a: Task, b: Task): boolean =>
  a.kind === b.kind && a.relatedChild === b.relatedChild;

function unmetNeed(call: Refused, edition: Edition) {
  const { task, by, at, ids } = call;
  if (task.reason !== NO_SERVICE) return undefined;
  const { kind, municipality, file } = task;
  const need: UnmetNeed = {
    ...{ what: 'unmet-need', of: { kind: 'task', id: task.id }, number: 1, version: 1, file, at },
    ...{ by: { sub: by.sub, agency: by.agency }, watched: UNMET_LIST, kind, municipality },
  };
  const event: JournalEvent = {
    ...{ id: ids.need, type: 'need.unmet', at, subject: parentOf(task), by, file },
    version: counted(call).version,
    referral: task.referral,
    case: task.case,
    to: [nationalDesk(edition).desk.id],
    codes: { kind, municipality },
  };
  return { part: need, event };
}

/** What the task hangs on counts it, so that nobody closes it on the strength of an earlier look. */
const counted = ({ referral, case: opened }: Refused): Case | RoutedReferral =>
  opened
    ? { ...opened, version: opened.version + 1 }
    : { ...referral, version: referral.version + 1 };
