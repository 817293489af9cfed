import type * as z from 'zod';
import type { AgencyId } from '../shared/domain/ids.ts';
import { checkSafetyDecision, isSeen } from '../shared/domain/safety/check.ts';
import type { CaseStanding } from '../shared/domain/safety/conditions.ts';
import { decideSafety } from '../shared/domain/safety/decide.ts';
import { SafetyDecision, type SeenDecision } from '../shared/domain/safety/decision.ts';
import { searchWork } from '../shared/domain/safety/not-seen.ts';
import { SafetyDecisionRequest } from '../shared/domain/safety/request.ts';
import type { FourTrack } from '../shared/domain/safety/tracks.ts';
import { askWaiver, confirmWaiver, type Waiver } from '../shared/domain/safety/waiver.ts';
import {
  aCaseId,
  aFileId,
  anEventId,
  aSealed,
  aTaskId,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
} from './build.ts';
import type { Memory } from './memory.ts';

/** Makers of safety decisions and waivers, and the ways they are taken in a history. */
const edition = georgiaAt();

type Sent = z.input<typeof SafetyDecisionRequest>;
export type SeenSent = Extract<Sent, { childSeenAt: string }>;
export type NotSeenSent = Extract<Sent, { notSeen: string }>;

export const seenSent = (at: string = NOW, over: Partial<SeenSent> = {}): SeenSent => ({
  childSeenAt: at,
  seenBy: 'გიორგი',
  seenAlone: 'yes',
  where: 'school',
  sleepsTonight: 'protective-relative',
  measures: [{ kind: 'none' }],
  siblingsChecked: 'none',
  reviewBy: later({ hours: 100 }, at),
  reason: 'ბებიასთან რჩება.',
  ...over,
});

export const notSeenSent = (at: string = NOW, over: Partial<NotSeenSent> = {}): NotSeenSent => ({
  notSeen: 'not-found',
  triedAt: at,
  reviewBy: later({ hours: 6 }, at),
  reason: 'სახლში არავინ იყო.',
  ...over,
});

export const asked = (sent: Sent): SafetyDecisionRequest => SafetyDecisionRequest.parse(sent);

/** A decision as it is kept. */
export const aDecision = (over: Partial<SeenDecision> = {}): SeenDecision => ({
  what: 'safety-decision',
  of: { kind: 'case', id: aCaseId() },
  number: 1,
  version: 1,
  file: aFileId(),
  at: NOW,
  by: { sub: 's', agency: LEAD },
  result: 'seen',
  childSeenAt: NOW,
  seenAlone: 'yes',
  where: 'school',
  sleepsTonight: 'protective-relative',
  measures: [{ kind: 'none' }],
  siblingsChecked: 'none',
  reviewBy: later({ hours: 100 }),
  ...over,
});

/** How the case in memory stands. */
export function standingOf(memory: Memory): CaseStanding {
  const { case: opened, tasks, decisions, waivers, referral } = memory;
  if (!opened) throw new Error('no case');
  return { case: opened, tasks, decisions, waivers, reports: [referral.submittedAt] };
}

/** Records a decision as the function does: checked, with those who are sent where nobody was seen. */
export function decideIn(
  memory: Memory,
  sent: Sent,
  at: string,
  { by = LEAD, excluded = [] }: { by?: AgencyId; excluded?: readonly AgencyId[] } = {},
): void {
  const standing = standingOf(memory);
  const request = asked(sent);
  const reportedAt = memory.referral.submittedAt;
  checkSafetyDecision(request, { reportedAt, at, accusedAtHome: 'unknown' }, edition);
  const { case: opened, tasks } = standing;
  const call = { case: opened, referrer: memory.referral.agency, tasks, excluded };
  const search = isSeen(request) ? [] : searchWork({ ...call, reason: request.notSeen }, edition);
  memory.apply(
    decideSafety(
      {
        case: opened,
        request,
        earlier: standing.decisions,
        clocks: memory.clocksOf(opened),
        tasks,
        ofTasks: tasks.flatMap((task) => memory.clocksOf(task)),
        search,
        sealed: aSealed(),
        by: { sub: 's', agency: by },
        at,
        newTask: aTaskId,
        newEvent: anEventId,
      },
      edition,
    ),
  );
}

export const WORKER = { sub: 'worker', agency: LEAD, through: 'person' } as const;
export const SUPERVISOR = {
  sub: 'supervisor',
  agency: LEAD,
  through: 'person',
  supervisor: true,
  oversight: false,
} as const;

/** Asks for a waiver; it counts for nothing yet. */
export function askIn(memory: Memory, waives: Waiver['waives'], at: string, by = WORKER): void {
  const standing = standingOf(memory);
  memory.apply(
    askWaiver(
      {
        case: standing.case,
        standing,
        earlier: standing.waivers,
        waives,
        reason: 'no-need-found',
        sealed: undefined,
        by,
        at,
        event: anEventId(),
        national: NATIONAL,
      },
      edition,
    ),
  );
}

export function confirmIn(memory: Memory, number: number, at: string): void {
  const standing = standingOf(memory);
  const waiver = standing.waivers.find((one) => one.number === number);
  if (!waiver) throw new Error('no such waiver');
  const { case: opened } = standing;
  const event = anEventId();
  memory.apply(confirmWaiver({ case: opened, standing, waiver, by: SUPERVISOR, at, event }));
}

/** A track waived by two people. */
export function waiveIn(memory: Memory, track: FourTrack, at: string): void {
  askIn(memory, { kind: 'track', track }, at);
  confirmIn(memory, memory.waivers.length, at);
}

export const parsed = (decision: unknown): SafetyDecision => SafetyDecision.parse(decision);
