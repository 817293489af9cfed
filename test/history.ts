import fc from 'fast-check';
import { fire } from '../shared/domain/clock/fire.ts';
import type { AgencyId } from '../shared/domain/ids.ts';
import { type Decision, join } from '../shared/domain/journal/decision.ts';
import { acknowledge } from '../shared/domain/referral/acknowledge.ts';
import { close } from '../shared/domain/referral/close.ts';
import { sendFeedback } from '../shared/domain/referral/feedback.ts';
import type { CaseStanding } from '../shared/domain/safety/conditions.ts';
import { lapseOf, refuseUndecided } from '../shared/domain/safety/decision.ts';
import { FourTrack, trackHasEnded } from '../shared/domain/safety/tracks.ts';
import { trackIsWaived } from '../shared/domain/safety/waived.ts';
import { addedTask } from '../shared/domain/task/added-task.ts';
import { redirect } from '../shared/domain/task/redirect.ts';
import { refused } from '../shared/domain/task/refused.ts';
import { takeUp } from '../shared/domain/task/take-up.ts';
import { SAFETY_WORK, type Task } from '../shared/domain/task/task.ts';
import { checkTransition, nextSteps, transition } from '../shared/domain/task/transition.ts';
import { withdrawnOffer } from '../shared/domain/task/withdrawn-offer.ts';
import { agency, anEventId, aTaskId, CLINIC, georgiaAt, later, NATIONAL, SCHOOL } from './build.ts';
import type { Memory } from './memory.ts';
import { decideIn, notSeenSent, seenSent, standingOf, waiveIn } from './safety.ts';

/** Random histories of one referral: each step goes through the rules and into memory as one decision. */
const edition = georgiaAt();
const both = { owner: true, lead: true };
const WITH = {
  actingPerson: { name: 'ნინო' },
  outcome: 'protected',
} as const;

export interface Move {
  readonly what:
    | 'step'
    | 'redirect'
    | 'add'
    | 'tell'
    | 'hear'
    | 'wait'
    | 'see'
    | 'miss'
    | 'waive'
    | 'close';
  readonly pick: number;
  readonly minutes: number;
}
export const anyMove: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom(
    'step',
    'step',
    'step',
    'step',
    'redirect',
    'add',
    'tell',
    'hear',
    'wait',
    'see',
    'miss',
    'waive',
    'close',
  ),
  pick: fc.nat(1000),
  minutes: fc.nat(600),
});

const pickOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % (all.length || 1)];

function step(memory: Memory, task: Task, pick: number, at: string): void {
  const to = pickOf(nextSteps(task, both, edition), pick);
  if (!to) return;
  const [list] = edition.statuses.transitions
    .filter((one) => one.from === task.status && one.to === to)
    .flatMap(({ reasons }) => (reasons ? [reasons] : []));
  const reason = list && pickOf(edition.codes(list), pick);
  const request = { to, ...WITH, ...(reason && { reason }) };
  checkTransition(task, request, both, edition);
  if (to === 'completed' && task.kind === SAFETY_WORK && task.case) {
    refuseUndecided(memory.decisions, at);
  }
  const { referral, case: opened } = { referral: memory.routed, case: memory.case };
  const by = { sub: 's', agency: task.agency };
  const clocks = memory.clocksOf(task);
  const ofCase = opened ? memory.clocksOf(opened) : [];
  const common = { by, at, sealed: undefined };
  const own = task.role === 'lead' || task.kind === SAFETY_WORK ? ofCase : [];
  const stepped = transition({
    ...common,
    task,
    clocks,
    ofCase: own,
    request,
    lead: referral.lead,
    calendar: edition.calendar,
    event: anEventId(),
  });
  const moved = stepped.kept.find((one): one is Task => one.what === 'task') ?? task;
  if (to === 'rejected' || to === 'failed') {
    const ids = { task: aTaskId(), event: anEventId(), need: anEventId() };
    const call = { task: moved, clocks, tasks: memory.tasks, referral, case: opened, by, at, ids };
    memory.apply(join(stepped, refused(call, edition)));
    return;
  }
  const chain: { task: Task; clocks: ReturnType<Memory['clocksOf']> }[] = [];
  for (let from = task.redirectedFrom; from; from = memory.task(from).redirectedFrom) {
    chain.push({ task: memory.task(from), clocks: memory.clocksOf({ id: from }) });
  }
  const ofReferral = memory.clocksOf(referral);
  const following = { task: moved, chain, case: opened, ofCase: own, ofReferral, referral };
  const taken = takeUp({ ...common, ...following, newEvent: anEventId });
  memory.apply(join(join(stepped, taken), withoutOffer(memory, moved, at)));
}

/** What was offered and is done by its first holder is asked of nobody else. */
function withoutOffer(memory: Memory, task: Task, at: string): Decision {
  const offer = memory.tasks.find(({ id }) => id === task.offeredTo);
  if (!offer) return { kept: [], events: [] };
  const by = { sub: 's', agency: task.agency };
  return withdrawnOffer({
    task,
    offer,
    clocks: memory.clocksOf(offer),
    by,
    at,
    event: anEventId(),
  });
}

function offer(memory: Memory, task: Task, to: AgencyId, at: string): void {
  const { lead } = memory.routed;
  const by = { sub: 's', agency: lead };
  const ids = { task: aTaskId(), events: [anEventId(), anEventId()] as const };
  const clocks = memory.clocksOf(task);
  memory.apply(redirect({ task, clocks, to, reason: 'other-area', by, lead, at, ids }));
}

export function act(memory: Memory, { what, pick, minutes }: Move, at: string): void {
  const referral = memory.routed;
  const clocks = memory.clocksOf(referral);
  const by = { sub: 's', agency: referral.lead };
  const task = pickOf(memory.tasks, pick);
  if (!task) return;
  if (what === 'step') step(memory, task, pick, at);
  if (what === 'redirect') {
    const to = pickOf([agency('police-guria'), agency('agency-guria'), CLINIC], pick) ?? CLINIC;
    offer(memory, task, to, at);
  }
  if (what === 'add' && memory.case?.status === 'open') {
    const kind = pickOf(['assess-safety', 'provide-shelter', 'other'], pick) ?? 'other';
    const ids = { task: aTaskId(), event: anEventId() };
    const asked = {
      kind,
      agency: CLINIC,
      urgency: 'high' as const,
      by,
      at,
      ids,
      sealed: undefined,
    };
    memory.apply(addedTask({ ...asked, case: memory.case, referral }, edition));
  }
  if (what === 'tell') {
    const code = pickOf(['acting', 'outcome-protected'], pick) ?? 'acting';
    const asked = { referral, code, clocks, by, at, event: anEventId(), sealed: undefined };
    memory.apply(sendFeedback(asked, edition));
  }
  if (what === 'hear' && referral.feedbacks > 0) {
    const number = 1 + (pick % referral.feedbacks);
    const from = { sub: 't', agency: SCHOOL };
    memory.apply(
      acknowledge({
        referral,
        all: memory.feedback,
        number,
        clocks,
        by: from,
        at,
        event: anEventId(),
      }),
    );
  }
  if (what === 'wait') fireDue(memory, later({ minutes }, at));
  if (memory.case) safetyMove(memory, what, pick, at);
  if (what === 'close') closeIt(memory, at);
}

/** Someone sees the child, or does not; two people waive a track. */
function safetyMove(memory: Memory, what: Move['what'], pick: number, at: string): void {
  if (what === 'see') {
    const validUntil = later({ hours: 1 + (pick % 500) }, at);
    const order = { kind: 'restraining-order', against: 'მამა', validUntil };
    const measures = pick % 2 ? [{ kind: 'none' }] : [order, { kind: 'placement', validUntil }];
    const reviewBy = later({ hours: 1 + (pick % 160) }, at);
    decideIn(memory, seenSent(at, { measures, reviewBy }), at);
  }
  if (what === 'miss') {
    const notSeen = pickOf(edition.codes('notSeenReasons'), pick) ?? 'not-found';
    decideIn(memory, notSeenSent(at, { notSeen }), at);
  }
  if (what === 'waive') waiveIn(memory, pickOf(FourTrack.options, pick) ?? 'body', at);
}

function fireDue(memory: Memory, at: string): void {
  const places = [memory.routed, ...(memory.case ? [memory.case] : []), ...memory.tasks];
  for (const clock of places.flatMap((place) => memory.clocksOf(place))) {
    const ladder = { lead: memory.routed.lead, national: NATIONAL };
    const decision = fire(clock, at, ladder, anEventId());
    if (decision) memory.apply(decision);
  }
}

function closeIt(memory: Memory, at: string): void {
  const { routed: referral, case: opened, tasks, feedback } = memory;
  const clocks = [...memory.clocksOf(referral), ...(opened ? memory.clocksOf(opened) : [])];
  const by = { sub: 's', agency: referral.lead };
  const standing = opened && standingOf(memory);
  const all = { referral, standing, tasks, feedback, clocks, at };
  memory.apply(close({ ...all, reason: 'help-given', by, newEvent: anEventId }, edition));
}

/** One more thing that people who want to finish would do. */
export function finishOne(memory: Memory, at: string): void {
  if (memory.case && lapseOf(memory.decisions, at)) {
    decideIn(memory, seenSent(at), at);
    return;
  }
  const ORDER = ['completed', 'in-progress', 'accepted', 'received'];
  for (const task of memory.tasks) {
    const steps = nextSteps(task, { owner: true, lead: false }, edition);
    const to = ORDER.find((one) => steps.includes(one as never));
    const open = to && nextSteps(task, both, edition).indexOf(to as never);
    if (open !== undefined && open !== '' && open >= 0) {
      step(memory, task, open, at);
      return;
    }
    const gap = ['rejected', 'failed', 'cancelled'].includes(task.status) && !task.replacedBy;
    const offered =
      task.offeredTo &&
      memory.tasks.some(
        ({ id, status }) =>
          id === task.offeredTo && !['rejected', 'cancelled', 'failed'].includes(status),
      );
    if (gap && !offered && !untaken(memory, task)) {
      offer(memory, task, task.agency === CLINIC ? agency('agency-guria') : CLINIC, at);
      return;
    }
  }
  const left = memory.case && FourTrack.options.find((track) => !isDone(track, standingOf(memory)));
  if (left) {
    waiveIn(memory, left, at);
    return;
  }
  if (!memory.feedback.some(({ stage }) => stage === 'outcome')) {
    act(memory, { what: 'tell', pick: 1, minutes: 0 }, at);
    return;
  }
  const unheard = memory.feedback.find(({ acknowledgedAt }) => !acknowledgedAt);
  if (unheard) {
    act(memory, { what: 'hear', pick: unheard.number - 1, minutes: 0 }, at);
    return;
  }
  closeIt(memory, at);
}

const untaken = (memory: Memory, task: Task): boolean =>
  task.redirectedFrom !== undefined && memory.task(task.redirectedFrom).replacedBy !== task.id;

const isDone = (track: FourTrack, standing: CaseStanding): boolean =>
  trackHasEnded(track, standing) || trackIsWaived(track, standing.waivers, standing);
