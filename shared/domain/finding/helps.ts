import type { Edition } from '../policy/edition.ts';
import type { Blocked, Blocker, Starts } from '../scheduling/question.ts';
import { findSlots } from '../scheduling/search.ts';
import { questionOf } from './question.ts';
import { VEHICLE } from './rooms.ts';
import type { Sought } from './sought.ts';

/** Something that would give a time, or that at least removes what is in the way. */
export interface Help {
  readonly code: string;
  /** Times there would be; absent where nobody can say beforehand. */
  readonly starts?: Starts | undefined;
}

/** What helps against a rule, where nobody can count the times it gives. */
const AGAINST: Readonly<Record<string, string>> = {
  deadline: 'breach-reason',
  range: 'other-days',
  [VEHICLE]: 'other-vehicle',
  'interview-room': 'another-room',
  'observation-room': 'another-room',
  'waiting-room': 'another-room',
  'medical-room': 'another-room',
};

/** What would help against one set of blockers. */
export function helpsOf({ codes, withStandIns, withVideo, prevents }: Blocker): Help[] {
  const others = codes.flatMap((code) => AGAINST[code] ?? []);
  return [
    ...(withStandIns && withStandIns.count > 0 ? [{ code: 'stand-in', starts: withStandIns }] : []),
    ...(withVideo && withVideo.count > 0 ? [{ code: 'video', starts: withVideo }] : []),
    ...[...new Set(others)].map((code) => ({
      code,
      ...(code === 'breach-reason' && codes.length === 1 && { starts: prevents }),
    })),
  ];
}

/** What would help against all of them together. */
export function helpsBeside({ otherwise }: Blocked, sought: Sought, edition: Edition): Help[] {
  const wider = otherwise.flatMap(({ allowed, starts }): Help[] => {
    if (allowed.standIns !== sought.allowed.standIns && allowed.video === sought.allowed.video)
      return [{ code: 'stand-in', starts }];
    if (allowed.video !== sought.allowed.video && allowed.standIns === sought.allowed.standIns)
      return [{ code: 'video', starts }];
    return [];
  });
  return [...wider, ...onCall(sought, edition), { code: 'waiting-list' }];
}

function onCall(sought: Sought, edition: Edition): Help[] {
  const somebody = sought.resources.some(({ availability }) => availability.onCall.length > 0);
  if (sought.onCall || !somebody) return [];
  const answer = findSlots(questionOf({ ...sought, onCall: true }, edition).question);
  return answer.found ? [{ code: 'on-call', starts: answer.starts }] : [];
}
