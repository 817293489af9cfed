import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOKED_AT } from '../../../shared/domain/disclosure/looked-at.ts';
import type { JournalEvent } from '../../../shared/domain/journal/event.ts';
import { type ReadEntry, type Traces, toldOf } from '../../../shared/domain/recall/told.ts';
import { TaskStatus } from '../../../shared/domain/task/statuses.ts';
import {
  anEventId,
  aReferralInProgress,
  aTask,
  CENTRE,
  CLINIC,
  LEAD,
  later,
  MUNICIPALITY,
  NATIONAL,
  NOW,
  POLICE,
  SCHOOL,
} from '../../build.ts';

const referral = aReferralInProgress();
const EVERYBODY = [SCHOOL, LEAD, POLICE, CLINIC, MUNICIPALITY, CENTRE, NATIONAL];

const anEvent = (over: Partial<JournalEvent> = {}): JournalEvent => ({
  id: anEventId(),
  type: 'task.requested',
  at: NOW,
  subject: { kind: 'referral', id: referral.id },
  version: 1,
  by: { sub: 'x' },
  to: [],
  ...over,
});
const aRead = (over: Partial<ReadEntry> = {}): ReadEntry => ({
  agency: POLICE,
  at: NOW,
  action: 'task.read',
  rule: 'task-owner',
  groups: ['identity'],
  ...over,
});
const traces = (over: Partial<Traces> = {}): Traces => ({
  referral,
  tasks: [],
  reads: [],
  events: [],
  carried: [],
  ...over,
});
const whoOf = (over: Partial<Traces>) => toldOf(traces(over)).map(({ agency }) => agency);

const who = fc.constantFrom(...EVERYBODY);
const several = fc.uniqueArray(who, { maxLength: 4 });
const event = fc.record({
  to: several,
  type: fc.constantFrom<JournalEvent['type']>('task.requested', 'recall.made', 'clock.overdue'),
  clock: fc.constantFrom(undefined, 'received', 'recall-confirmed-1-2'),
  call: fc.option(who, { nil: undefined }),
});
const read = fc.record({
  agency: who,
  action: fc.constantFrom('task.read', 'recall.read', 'referral.read'),
  rule: fc.constantFrom('task-owner', 'referrer', LOOKED_AT, 'lead'),
});

describe('who was told', () => {
  it('is everybody who was asked, has read or has it in its feed, and nobody else', () => {
    const any = fc.record({
      tasks: fc.array(fc.record({ agency: who, status: fc.constantFrom(...TaskStatus.options) })),
      reads: fc.array(read),
      events: fc.array(event),
      excluded: several,
      carried: several,
    });
    fc.assert(
      fc.property(any, ({ tasks, reads, events, excluded, carried }) => {
        const reached = new Set<string>();
        for (const { agency } of tasks) if (!excluded.includes(agency)) reached.add(agency);
        for (const one of reads) {
          const own = one.rule === 'referrer' && excluded.includes(one.agency);
          if (one.action === 'recall.read' || one.rule === LOOKED_AT || own) continue;
          reached.add(one.agency);
        }
        for (const { type, clock, to, call } of events) {
          if (type === 'recall.made' || clock?.startsWith('recall-confirmed')) continue;
          const all = call ? [...to, call] : to;
          for (const one of all) if (!excluded.includes(one)) reached.add(one);
        }
        for (const one of carried) if (excluded.includes(one)) reached.add(one);
        const found = whoOf({
          referral: { ...referral, excluded },
          tasks: tasks.map((task) => aTask(task)),
          reads: reads.map((one) => aRead(one)),
          events: events.map(({ call, clock, ...one }) =>
            anEvent({
              ...one,
              ...(clock && { clock }),
              ...(call && { call: { agency: call, role: 'holder-duty', by: 'sms' } }),
            }),
          ),
          carried: carried
            .filter((one) => excluded.includes(one))
            .map((agency) => ({ agency, at: NOW })),
        });
        expect(new Set(found)).toEqual(reached);
        expect(found).toHaveLength(reached.size);
      }),
    );
  });

  it('says since when and how, the earliest first', () => {
    const told = toldOf(
      traces({
        tasks: [aTask({ agency: POLICE, createdAt: later({ hours: 1 }) })],
        reads: [
          aRead({ at: later({ hours: 3 }), groups: ['identity', 'concern'] }),
          aRead({ at: later({ hours: 4 }), groups: ['identity', 'narrative'] }),
        ],
        events: [anEvent({ to: [CLINIC], at: later({ minutes: 5 }) })],
      }),
    );
    expect(told).toEqual([
      { agency: CLINIC, toldSince: later({ minutes: 5 }), toldBy: ['delivered'], shown: [] },
      {
        ...{ agency: POLICE, toldSince: later({ hours: 1 }), toldBy: ['asked', 'read'] },
        shown: ['identity', 'concern', 'narrative'],
      },
    ]);
  });

  it('counts work that was refused or cancelled: it had been told all the same', () => {
    for (const status of ['rejected', 'cancelled', 'failed'] as const) {
      expect(whoOf({ tasks: [aTask({ agency: CLINIC, status })] })).toEqual([CLINIC]);
    }
  });

  it('shows whoever referred nothing it did not say itself', () => {
    const own = aRead({ agency: SCHOOL, rule: 'referrer', groups: ['narrative', 'concern'] });
    expect(toldOf(traces({ reads: [own] }))).toMatchObject([{ agency: SCHOOL, shown: [] }]);
  });
});
