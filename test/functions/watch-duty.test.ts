import { describe, expect, it } from 'vitest';
import { watchDuty } from '../../functions/fire-clocks/watch-duty.ts';
import type { DutyGap } from '../../shared/domain/duty/duty-gap.ts';
import type { Roster } from '../../shared/domain/duty/roster.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { policy } from '../../shared/policy/policy.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import { aFileId, counting, georgiaAt, LEAD, later, NATIONAL, NOW } from '../build.ts';

const onDuty = georgiaAt().agencies.filter(({ duty }) => duty);
const covered = (agency: string): Roster => ({
  what: 'roster',
  of: { kind: 'agency', id: agency as typeof LEAD },
  number: 1,
  version: 1,
  file: aFileId(),
  at: NOW,
  by: { sub: 's' },
  shifts: [{ from: NOW, to: later({ hours: 200 }), person: 0 }],
});

/** A store in memory in which every agency has somebody on duty, but for those named. */
function watching(without: readonly string[], fail?: () => Error) {
  let now = NOW;
  const gaps: DutyGap[] = [];
  const committed: Decision[] = [];
  const look = watchDuty({
    records: {
      roster: async (agency: string) => (without.includes(agency) ? undefined : covered(agency)),
      parts: async (_what: string, _schema: unknown, { id }: { id: string }) =>
        gaps.filter(({ of }) => of.id === id),
    },
    journal: {
      commit: async (decision: Decision) => {
        if (fail) throw fail();
        committed.push(decision);
        gaps.push(...decision.kept.filter((kept): kept is DutyGap => kept.what === 'duty-gap'));
        return undefined;
      },
    },
    policy,
    now: () => now,
    bytes: counting(),
  } as unknown as Parameters<typeof watchDuty>[0]);
  const at = (hours: number) => {
    now = later({ minutes: Math.round(hours * 60) });
    return look();
  };
  return { at, told: () => committed.flatMap(({ events }) => events) };
}

describe('the hourly look at who is on duty', () => {
  it('finds an agency that never published a roster, and tells it once', async () => {
    const { at, told } = watching([LEAD]);
    await at(0);
    expect(told()).toMatchObject([
      { type: 'duty.gap-found', subject: { id: LEAD }, to: [LEAD, NATIONAL], by: { sub: 'clock' } },
    ]);
    for (const hours of [1, 2, 24, 100]) await at(hours);
    expect(told()).toHaveLength(1);
  });

  it('finds that a roster comes to its end, within the hour', async () => {
    const { at, told } = watching([]);
    for (const hours of [0, 100, 128]) await at(hours);
    expect(told()).toEqual([]);
    await at(129);
    expect(new Set(told().map(({ deadline }) => deadline))).toEqual(
      new Set([later({ hours: 200 })]),
    );
    expect(told()).toHaveLength(onDuty.length);
  });

  it('does not look more often than that', async () => {
    const { at, told } = watching([LEAD, NATIONAL]);
    await at(0);
    const first = told().length;
    await at(0.9);
    expect(told()).toHaveLength(first);
  });

  it('leaves alone what somebody changes at that moment, and reports any other failure', async () => {
    await expect(watching([LEAD], () => new Overtaken()).at(0)).resolves.toBeUndefined();
    await expect(watching([LEAD], () => new Error('no')).at(0)).rejects.toThrow('no');
  });
});
