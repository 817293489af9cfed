import { describe, expect, it } from 'vitest';
import { countingFor, lapseOf } from '../../../shared/domain/safety/decision.ts';
import { answeredIn } from '../../../shared/domain/safety/joined.ts';
import { aCase, aClock, anEventId, aTask, LEAD, later, NOW } from '../../build.ts';
import { aDecision } from '../../safety.ts';

const other = aCase();
const subject = { kind: 'case', id: other.id } as const;
const clocks = [aClock('child-seen', { subject }), aClock('safety-decision', { subject })];
const work = aTask({ kind: 'assess-safety', role: 'lead', status: 'accepted', deadline: NOW });
const joined = { case: other, clocks, tasks: [work, aTask()], ofTasks: [] };
const by = { sub: 's', agency: LEAD };
const SEEN = later({ hours: 3 });

const answered = (reports: string[], over: Partial<typeof joined> = {}) => {
  const decision = aDecision({ childSeenAt: SEEN, at: later({ hours: 4 }) });
  return answeredIn({ ...joined, ...over }, { decision, reports, by, newEvent: anEventId });
};

describe('a decision on a child of joined cases', () => {
  it('ends what waits in the other case, and is told to its lead', () => {
    const { kept, events } = answered([NOW, SEEN]);
    expect(kept).toMatchObject([
      { what: 'case', id: other.id, version: other.version + 1 },
      { what: 'clock', name: 'child-seen', endedAt: later({ hours: 4 }) },
      { what: 'clock', name: 'safety-decision', endedAt: later({ hours: 4 }) },
      { what: 'task', id: work.id, version: work.version + 1 },
    ]);
    expect(events).toMatchObject([
      { type: 'safety.decided', subject, version: other.version + 1, codes: { result: 'seen' } },
    ]);
  });

  it.each<[string, string[], Partial<typeof joined>]>([
    ['the child was seen before the last report', [NOW, later({ minutes: 1 }, SEEN)], {}],
    ['the other case is closed', [NOW], { case: { ...other, status: 'closed', closedAt: NOW } }],
  ])('changes nothing there where %s', (_, reports, over) => {
    expect(answered(reports, over)).toEqual({ kept: [], events: [] });
  });

  it('counts for the other case when it was made after every report, and the last one counts', () => {
    const early = aDecision({ at: NOW, number: 2, reviewBy: later({ hours: 1 }) });
    const late = aDecision({ at: later({ hours: 2 }), number: 1 });
    expect(countingFor([early, late], [NOW, later({ hours: 1 })])).toEqual([late]);
    expect(lapseOf([early, late], later({ hours: 3 }))).toBeUndefined();
  });
});
