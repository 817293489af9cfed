import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshKey, keyOf, type Scheme } from '../../conformance/keys.ts';
import { resultOf } from '../../conformance/report/report.ts';
import { driveSender } from '../../conformance/sender/run.ts';
import type { Line } from '../../conformance/verdict.ts';
import { brokenSenders } from './broken-senders.ts';

const PACE = { patience: 5_000, quiet: 400, retryAfter: 2 };
const NODE = JSON.stringify(process.execPath);
const program = (bad: string): string =>
  `${NODE} ${JSON.stringify(join(import.meta.dirname, 'sender-program.ts'))} ${bad}`;
const reference = (name: string): string =>
  JSON.stringify(join(import.meta.dirname, '../../conformance/reference', name));

function drive(command: string, scheme: Scheme = 'v1'): Promise<readonly Line[]> {
  const key = keyOf(freshKey(scheme).kit);
  if (!key) throw new Error('no key');
  return driveSender({ command, agency: 'municipality-test', key, pace: PACE });
}
const ids = (lines: readonly Line[], verdict: Line['verdict']) =>
  lines.filter((line) => line.verdict === verdict).map(({ id }) => id);

/** Each is mostly waiting; a few programs at a time are what a small machine starts quickly. */
const AT_ONCE = 4;
const found = new Map<string, readonly Line[]>();
beforeAll(async () => {
  const waiting = [...brokenSenders];
  const next = async (): Promise<void> => {
    const one = waiting.shift();
    if (!one) return;
    found.set(one.does, await drive(program(one.does)));
    await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}, 180_000);

describe('a sender that', () => {
  it.each(brokenSenders.map((one) => [one.habit, one] as const))(
    '%s fails, for that',
    (_, { does, fails }) => {
      expect(ids(found.get(does) ?? [], 'failed').toSorted()).toEqual([...fails].toSorted());
    },
  );

  it('sends nothing is asked once', async () => {
    const lines = await drive('exit 0');
    expect(ids(lines, 'failed')).toContain('send.accepted');
    expect(lines.find(({ id }) => id === 'send.busy')?.verdict).toBe('not-run');
    expect(resultOf(lines)).toBe('fails');
  }, 30_000);
});

describe('the reference sender', () => {
  const python = spawnSync('python3', ['--version']).status === 0;
  const short = 'ERTAD_TIMEOUT=2';

  it.each(['v1', 'v1a'] as const)(
    'in TypeScript passes with %s',
    async (scheme) => {
      const lines = await drive(`${short} ${NODE} ${reference('sender.ts')}`, scheme);
      expect(ids(lines, 'failed')).toEqual([]);
      expect(resultOf(lines)).toBe('conforms');
    },
    60_000,
  );

  it.skipIf(!python)(
    `in Python passes${python ? '' : ' (skipped: python3 is not on this machine)'}`,
    async () => {
      const lines = await drive(`${short} python3 ${reference('sender.py')}`);
      expect(ids(lines, 'failed')).toEqual([]);
      expect(resultOf(lines)).toBe('conforms');
    },
    60_000,
  );
});
