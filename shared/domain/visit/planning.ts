import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { startClock } from '../clock/start.ts';
import { AgencyId, type EventId, TaskId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { addedTask } from '../task/added-task.ts';
import type { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

/** The planning meeting as it was held: who was there, what was decided, what follows from it. */
export const Planning = z.object({
  ...part('planning'),
  heldAt: Instant,
  attendance: z.array(z.object({ agency: AgencyId, role: Code })).min(1),
  /** Points of the agenda that were talked about. */
  agenda: z.array(Code),
  /** Each on a point of the agenda; its words are sealed, in the same order. */
  decisions: z.array(z.object({ item: Code, task: TaskId.optional() })),
  /** The task in which a named person informs child and family. */
  informs: TaskId,
});
export type Planning = z.infer<typeof Planning>;

/** Work that follows from a decision: a task of an agency, with its note sealed beforehand. */
export interface FollowingWork {
  readonly kind: string;
  readonly agency: AgencyId;
  readonly urgency: Urgency;
  readonly task: TaskId;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
}

interface Held {
  readonly visit: Interview;
  readonly case: Case;
  readonly referral: Referral;
  readonly number: number;
  readonly heldAt: string;
  readonly attendance: Planning['attendance'];
  readonly agenda: readonly string[];
  readonly decisions: readonly {
    readonly item: string;
    readonly work?: FollowingWork | undefined;
  }[];
  readonly informs: FollowingWork;
  readonly sealed: Sealed | undefined;
}

/** The meeting was held: every point of the pack's agenda was talked about, every task handed over. */
export function holdPlanning(held: Held, step: StepBy, edition: Edition): Decision {
  const { visit, number, heldAt } = held;
  mayPlan(visit);
  checkAgenda(held, edition);
  if (heldAt > step.at) throw wrong('in-the-future', '/heldAt');
  const planning: Planning = {
    ...partOfVisit('planning', visit, number, step),
    heldAt,
    attendance: held.attendance,
    agenda: [...held.agenda],
    decisions: held.decisions.map(({ item, work }) => ({ item, ...(work && { task: work.task }) })),
    informs: held.informs.task,
    ...(held.sealed && { sealed: held.sealed }),
  };
  const met: Interview = counted({ ...visit, meeting: { ...visit.meeting, heldAt } });
  const works = [held.informs, ...held.decisions.flatMap(({ work }) => work ?? [])];
  const asked = worksOf(works, held, step, edition);
  const clocks = visit.meeting?.heldAt ? [] : [questionsClock(visit, step, edition)];
  const codes = { number: String(number), tasks: String(works.length) };
  const told = visitEvent({ type: 'planning.held', visit: met, codes }, step);
  return { kept: [planning, met, ...clocks, ...asked.kept], events: [told, ...asked.events] };
}

/** Before the child is there; what has ended, or stands still, is not planned any more. */
export function mayPlan({ status }: Interview): void {
  if (status === 'planning' || status === 'held' || status === 'booked') return;
  throw new Refusal('visit-not-in-planning', [{ pointer: '/status', code: status }]);
}

function checkAgenda({ agenda, decisions, attendance }: Held, edition: Edition): void {
  const points = edition.visit.agenda.map(({ code }) => code);
  const missing = points.filter((code) => !agenda.includes(code));
  if (missing.length > 0) {
    throw new Refusal(
      'agenda-open',
      missing.map((code) => ({ pointer: '/agenda', code })),
    );
  }
  const foreign = decisions.findIndex(({ item }) => !points.includes(item));
  if (foreign >= 0) throw wrong('unknown-code', `/decisions/${foreign}/item`);
  const nowhere = attendance.findIndex(({ agency }) => !edition.agency(agency));
  if (nowhere >= 0) throw wrong('unknown-agency', `/attendance/${nowhere}/agency`);
}

/** Tasks are handed over as the lead's own are; the case counts them once. */
function worksOf(
  works: readonly FollowingWork[],
  { case: opened, referral }: Pick<Held, 'case' | 'referral'>,
  { by, at }: StepBy,
  edition: Edition,
): Decision {
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const each = works.map(({ kind, agency, urgency, task, event, sealed }) =>
    addedTask(
      { case: opened, referral, kind, agency, urgency, by, at, ids: { task, event }, sealed },
      edition,
    ),
  );
  const case_: Kept = { ...opened, version: opened.version + 1 };
  const kept = each.flatMap((one) => one.kept.filter(({ what }) => what !== 'case'));
  return { kept: [...kept, case_], events: each.flatMap(({ events }) => events) };
}

/** By then each agency that has to has said what it needs to be asked; the lead sees to it. */
const questionsClock = (visit: Interview, { lead, at }: StepBy, edition: Edition) =>
  startClock(
    {
      name: 'questions-filed',
      subject: { kind: 'interview', id: visit.id },
      holder: lead,
      file: visit.file,
      referral: visit.referral,
      case: visit.case,
      urgency: 'high',
      startedAt: at,
    },
    edition,
  );

const wrong = (code: 'unknown-code' | 'unknown-agency' | 'in-the-future', pointer: string) =>
  new Refusal(code, [{ pointer, code }]);
