import { beforeAll, describe, expect, it } from 'vitest';
import { freshKey, keyOf } from '../../conformance/keys.ts';
import type { Pace } from '../../conformance/receiver/bench.ts';
import { driveReceiver } from '../../conformance/receiver/run.ts';
import { resultOf } from '../../conformance/report/report.ts';
import type { Line } from '../../conformance/verdict.ts';
import { brokenReceivers } from './broken-receivers.ts';
import { HERE } from './pace.ts';
import { type Habits, startReceiver } from './receiver.ts';

const { kit: secret } = freshKey('v1');
const key = keyOf(secret);
if (!key) throw new Error('no key');

interface How {
  readonly pace?: Partial<Pace>;
  readonly only?: readonly string[];
  readonly blind?: true;
}

/** What the kit finds of a receiver with these habits. */
async function drive(does: Partial<Habits>, { pace, only, blind }: How = {}) {
  const receiver = await startReceiver(secret, does);
  try {
    return await driveReceiver({
      receiver: receiver.url,
      taken: blind ? undefined : receiver.taken,
      keys: [key as NonNullable<typeof key>],
      next: [],
      ...(only && { only }),
      pace: { ...HERE, ...pace },
    });
  } finally {
    await receiver.stop();
  }
}
const ids = (lines: readonly Line[], verdict: Line['verdict']) =>
  lines.filter((line) => line.verdict === verdict).map(({ id }) => id);

/** Most of a run is waiting for the window to pass, so they wait together, a few at a time. */
const AT_ONCE = 9;
const found = new Map<string, readonly Line[]>();
beforeAll(async () => {
  const waiting = [...brokenReceivers];
  const next = async (): Promise<void> => {
    const one = waiting.shift();
    if (!one) return;
    found.set(one.habit, await drive(one.does));
    await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
});

describe('a receiver that', () => {
  it.each(brokenReceivers.map((one) => [one.habit, one] as const))(
    '%s fails, for that',
    (habit, { fails }) => {
      const lines = found.get(habit) ?? [];
      expect(ids(lines, 'failed').toSorted()).toEqual([...fails].toSorted());
      expect(resultOf(lines)).toBe('fails');
    },
  );

  it('does all as it should passes, and what was not asked for does not count', async () => {
    const lines = await drive({});
    expect(ids(lines, 'failed')).toEqual([]);
    expect(ids(lines, 'not-asked')).toEqual([
      'good.v1a',
      'good.both',
      'rotation.both',
      'rotation.new-only',
      'rotation.old-ended',
    ]);
    expect(resultOf(lines)).toBe('conforms');
  });

  it('is slow once fails for that alone, and its answer still counts', async () => {
    const slow = { delay: ({ nth }: { nth: number }) => (nth === 4 ? 1_500 : 0) };
    const lines = await drive(slow, {
      pace: { most: 1_200, better: 1_000 },
      only: ['good', 'load.in-time', 'load.promptly'],
    });
    expect(ids(lines, 'failed')).toEqual(['load.in-time', 'load.promptly']);
  });

  it('reads whatever comes is told so, which is advice', async () => {
    const lines = await drive(
      { bodyMost: Number.POSITIVE_INFINITY },
      {
        pace: { listen: 1_500 },
        only: ['load.huge', 'load.endless'],
      },
    );
    expect(ids(lines, 'failed')).toEqual(['load.endless']);
    expect(lines.find(({ id }) => id === 'load.endless')?.level).toBe('should');
  });

  it('shows nothing of what it took does not pass: that was not observed', async () => {
    const lines = await drive({}, { blind: true, only: ['repeat', 'order', 'taken'] });
    expect(ids(lines, 'not-observed')).toEqual([
      'repeat.acted-once',
      'repeat.at-once-acted-once',
      'order.interleaved',
      'order.swapped',
      'taken.nothing-lost',
      'taken.nothing-forged',
    ]);
    expect(resultOf(lines)).toBe('unseen');
  });

  it('is not there is found out at once', async () => {
    const receiver = await startReceiver(secret, {});
    await receiver.stop();
    const lines = await driveReceiver({
      receiver: receiver.url,
      keys: [key],
      next: [],
      pace: HERE,
    });
    expect(ids(lines, 'failed')).toEqual(['reach.answers']);
    expect(lines.find(({ id }) => id === 'good.v1')?.verdict).toBe('not-run');
  });

  it('lists something else than what it took is a misuse', async () => {
    const receiver = await startReceiver(secret, {});
    const taken = new URL('/hook', receiver.url);
    const target = {
      receiver: receiver.url,
      taken,
      keys: [key],
      next: [],
      only: ['taken'],
      pace: HERE,
    };
    await expect(driveReceiver(target)).rejects.toThrow('405');
    await receiver.stop();
  });
});
