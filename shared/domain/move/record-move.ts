import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Assignment } from '../routing/decide.ts';
import { standIn } from '../routing/inside.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { openSearch, searchWork } from '../safety/not-seen.ts';
import type { Sealed } from '../sealed.ts';
import { redirect } from '../task/redirect.ts';
import { isTakenOn, TAKE_OVER, type Task } from '../task/task.ts';
import { type Move, NOWHERE } from './move.ts';

/** Where the child is said to be now. */
export interface Destination {
  readonly municipality: string;
  /** The unit competent there, or the one named; nobody while the place is unknown. */
  readonly unit: AgencyId | undefined;
}

interface RecordMove {
  readonly case: Case;
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly number: number;
  readonly destination: Destination;
  readonly since: string;
  readonly source: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly sealed: Sealed | undefined;
  /** What the lead itself has not finished: it is offered to the new unit. */
  readonly unfinished?: { readonly task: Task; readonly clocks: readonly Clock[] } | undefined;
  readonly newTask: () => TaskId;
  readonly newEvent: () => EventId;
}

/** Reads what was sent: an agency, a municipality by any of its names, or that nobody knows. */
export function destinationOf(to: string, at: Case, edition: Edition): Destination {
  if (to === NOWHERE) return { municipality: NOWHERE, unit: undefined };
  const agency = edition.agency(to);
  const place = edition.municipality(to);
  if (agency && agency.kind !== 'guardianship-body') throw unknown('unknown-agency');
  if (agency) {
    const [only, more] = agency.area ?? [];
    const named = only && !more ? edition.municipality(only)?.id : undefined;
    return { municipality: named ?? at.municipality, unit: agency.id };
  }
  if (!place) throw unknown('unknown-municipality');
  return { municipality: place.id, unit: edition.competent('guardianship-body', place.id)[0]?.id };
}

const unknown = (code: 'unknown-agency' | 'unknown-municipality') =>
  new Refusal(code, [{ pointer: '/to', code }]);

/**
 * The child has moved. The unit there is asked at once, and the one that leads goes on leading until
 * a person there has accepted; every deadline and appointment stands. A family that is gone is
 * searched for, and its case goes on.
 */
export function recordMove(call: RecordMove, edition: Edition): Decision {
  const { case: opened, number, destination, since, source, by, at, sealed } = call;
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const gone = destination.municipality === NOWHERE;
  const works = openSearch(
    { ...call, assignments: gone ? search(call, edition) : takeOver(call, edition) },
    edition,
  );
  const taken = works.find(({ task }) => task.kind === TAKE_OVER)?.task;
  const move: Move = {
    ...{ what: 'move', of: { kind: 'case', id: opened.id }, number, version: 1, at, since, source },
    ...{ file: opened.file, by: { sub: by.sub, agency: by.agency }, from: opened.lead },
    municipality: destination.municipality,
    ...(taken && { task: taken.id }),
    ...(taken ? { to: taken.agency } : !gone && { to: opened.lead, handedOverAt: at }),
    ...(gone && { watched: 'families-gone' }),
    ...(sealed && { sealed }),
  };
  const moved: Case = {
    ...opened,
    version: opened.version + 1,
    ...(!gone && { municipality: destination.municipality }),
  };
  const decisions = [
    ...works.map(({ task, decision }) => askedBy(opened.lead, task, decision)),
    ...(taken ? offered(call, taken.agency) : []),
  ];
  return {
    kept: [moved, move, ...decisions.flatMap(({ kept }) => kept)],
    events: [movedEvent(call, move, edition), ...decisions.flatMap(({ events }) => events)],
  };
}

/** The unit is asked by the one that leads, whoever wrote it down: both see the case until they have talked. */
const askedBy = (lead: AgencyId, task: Task, { kept, events }: Decision): Decision => ({
  kept: kept.map((one) => (one === task ? { ...task, requestedBy: lead } : one)),
  events,
});

/** The lead's own work goes the way of any redirected task: no deadline restarts. */
function offered({ unfinished, case: opened, by, at, ...make }: RecordMove, to: AgencyId) {
  if (!unfinished) return [];
  const { task, clocks } = unfinished;
  const ids = { task: make.newTask(), events: [make.newEvent(), make.newEvent()] as const };
  const reason = 'child-moved';
  return [redirect({ task, clocks, to, reason, by, lead: opened.lead, at, ids })];
}

function takeOver(call: RecordMove, edition: Edition): Assignment[] {
  const { case: opened, destination, tasks } = call;
  const competent = destination.unit && edition.agency(destination.unit);
  const unit = competent && standIn(competent, opened.excluded ?? [], edition);
  if (!unit) throw unknown('unknown-agency');
  const asked = tasks.some(
    ({ kind, agency, status }) =>
      kind === TAKE_OVER && agency === unit.id && ['requested', 'received'].includes(status),
  );
  if (unit.id === opened.lead || asked) return [];
  const { source: _, legalCheck: __, check: ___, ...work } = edition.work(TAKE_OVER);
  return [{ ...work, agency: unit.id, rule: TAKE_OVER }];
}

const search = (call: RecordMove, edition: Edition): Assignment[] =>
  searchWork(
    {
      reason: 'not-found',
      case: call.case,
      referrer: call.referral.agency,
      tasks: call.tasks,
      excluded: [...(call.case.excluded ?? []), ...(call.referral.excluded ?? [])],
    },
    edition,
  );

/** Everybody who works on the case hears that the child is elsewhere; of one that is gone, oversight too. */
function movedEvent(
  { case: opened, tasks, by, at, newEvent, destination }: RecordMove,
  { number, municipality, source }: Move,
  edition: Edition,
): JournalEvent {
  const working = tasks.filter(isTakenOn).map(({ agency }) => agency);
  const desk = municipality === NOWHERE ? [nationalDesk(edition).desk.id] : [];
  const all = new Set([opened.lead, ...working, ...desk]);
  return {
    ...{ id: newEvent(), type: 'case.moved', at, by: { sub: by.sub, agency: by.agency } },
    subject: { kind: 'case', id: opened.id },
    version: opened.version + 1,
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    to: [...all].filter((agency) => agency !== by.agency),
    codes: { number: String(number), source, to: destination.unit ?? municipality },
    policy: edition.reference,
  };
}
