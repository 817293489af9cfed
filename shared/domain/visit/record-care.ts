import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { addedTask } from '../task/added-task.ts';
import { careClocks, contactEnded } from './after-clocks.ts';
import { type Aftercare, type CareState, lastOf, mayFollow } from './aftercare.ts';
import { lastSession, type Session } from './session.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

export interface CareSaid {
  readonly code: string;
  readonly state: CareState;
  readonly reason: string | undefined;
  readonly result: string | undefined;
  readonly followUp: string | undefined;
  readonly hasPerson: boolean;
}

interface Recording {
  readonly visit: Interview;
  readonly case: Case;
  readonly referral: Referral;
  readonly sessions: readonly Session[];
  readonly entries: readonly Aftercare[];
  readonly clocks: readonly Clock[];
  readonly said: CareSaid;
  readonly sealed: Sealed | undefined;
  readonly newTask: () => TaskId;
  readonly newEvent: () => EventId;
}

const SCREEN = 'self-harm-screen';
const CONTACT = 'named-contact';

/** Something was done for child and family after the interview, or was not and somebody says why. */
export function recordCare(recording: Recording, step: StepBy, edition: Edition): Decision {
  const { visit, entries, clocks, said, sealed } = recording;
  const session = lastSession(recording.sessions);
  if (!session?.endedAt) throw new Refusal('interview-going-on');
  checkSaid(recording, step, edition);
  const number = entries.length + 1;
  const urgent = said.result ? followUpWork(said.result, recording, step, edition) : NO_WORK;
  const entry: Aftercare = {
    ...partOfVisit('aftercare', visit, number, step),
    session: session.number,
    code: said.code,
    state: said.state,
    ...(said.reason && { reason: said.reason }),
    ...(said.result && { result: said.result }),
    ...(said.code === CONTACT && { agency: step.by.agency }),
    ...(said.followUp && { followUp: said.followUp }),
    ...(urgent.tasks.length > 0 && { tasks: [...urgent.tasks] }),
    ...(sealed && { sealed }),
  };
  const watched = { visit, at: step.at };
  const moved = [
    ...careClocks(watched, entry, clocks, edition),
    ...contactEnded(said.code, clocks, step.at, edition),
  ];
  const next = counted(visit);
  const codes = { item: said.code, state: said.state };
  // A child at risk is told to a person at once, not to a screen.
  const call = { agency: step.lead, role: 'lead-duty' as const, by: 'call' as const };
  const rings = urgent.tasks.length > 0 && { call };
  const told = visitEvent({ type: 'aftercare.recorded', visit: next, codes, ...rings }, step);
  return {
    kept: [entry, next, ...moved, ...urgent.decision.kept],
    events: [told, ...urgent.decision.events],
  };
}

/** Which states an item can have, and what has to be said with it. */
function checkSaid({ said, visit, entries }: Recording, { by }: StepBy, edition: Edition): void {
  const { code, state, reason, result, hasPerson } = said;
  const { after } = edition.visit;
  if (!edition.interview.after.some((item) => item.code === code)) throw unknown('/code');
  const isCare = after.care.some(({ item }) => item === code);
  const isPlain = state === 'done' || state === 'not-done';
  if (isCare === isPlain) throw new Refusal('care-out-of-order');
  if (isCare && !mayFollow(lastOf(code, entries)?.state, state)) {
    throw new Refusal('care-out-of-order');
  }
  if (state === 'not-done' || state === 'declined') {
    if (!reason || !edition.has('careReasons', reason)) throw unknown('/reason');
  }
  if (code === SCREEN && state === 'done') {
    if (!result || !edition.has('selfHarmResults', result)) throw unknown('/result');
    const screens = visit.roles.some(
      ({ role, agency }) => role === 'psychologist' && agency === by.agency,
    );
    if (!screens) throw new Refusal('not-your-role');
  }
  if (code === CONTACT && state === 'done' && !hasPerson) throw new Refusal('person-missing');
}

interface Work {
  readonly tasks: readonly TaskId[];
  readonly decision: Decision;
}
const NO_WORK: Work = { tasks: [], decision: { kept: [], events: [] } };

/** A risk hands work over at once: to the psychologist, and to health care. */
function followUpWork(
  result: string,
  { visit, case: opened, referral, newTask, newEvent }: Recording,
  { by, at }: StepBy,
  edition: Edition,
): Work {
  const { selfHarm, instruction } = edition.visit.after;
  const asked = selfHarm.find((one) => one.result === result)?.tasks ?? [];
  const shut = [...(opened.excluded ?? []), ...(referral.excluded ?? [])];
  const agencyFor = (to: (typeof asked)[number]['to']): AgencyId | undefined =>
    to === 'site'
      ? visit.site.agency
      : edition.competent(to, opened.municipality).find(({ id }) => !shut.includes(id))?.id;
  const each = asked.flatMap(({ kind, to, urgency }) => {
    const agency = agencyFor(to);
    if (!agency) return [];
    const ids = { task: newTask(), event: newEvent() };
    const asking = { kind, agency, urgency, by, at, ids, sealed: undefined };
    const decision = addedTask({ ...asking, case: opened, referral }, edition);
    return [{ task: ids.task, decision }];
  });
  if (each.length === 0) return NO_WORK;
  const kept = each.flatMap(({ decision }) => decision.kept).filter(({ what }) => what !== 'case');
  const told = kept.map((one) =>
    one.what === 'task' ? { ...one, instructions: [instruction] } : one,
  );
  const counts: Kept = { ...opened, version: opened.version + 1 };
  return {
    tasks: each.map(({ task }) => task),
    decision: {
      kept: [...told, counts],
      events: each.flatMap(({ decision }) => decision.events),
    },
  };
}

const unknown = (pointer: string) =>
  new Refusal('unknown-code', [{ pointer, code: 'unknown-code' }]);
