import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshKey, keyOf, type Scheme } from '../../conformance/keys.ts';
import { resultOf } from '../../conformance/report/report.ts';
import { type Running, runCommand } from '../../conformance/sender/command.ts';
import { driveSender } from '../../conformance/sender/run.ts';
import type { Line } from '../../conformance/verdict.ts';
import { brokenSenders } from './broken-senders.ts';
import { startSender } from './sender.ts';

const PACE = { patience: 8_000, quiet: 400, retryAfter: 2 };
/** What must not come is waited for longer where it does come: a busy machine is slow to send it. */
const SLOW = { ...PACE, quiet: 2_000 };
const NODE = JSON.stringify(process.execPath);
const reference = (name: string): string =>
  JSON.stringify(join(import.meta.dirname, '../../conformance/reference', name));

type Start = (env: Readonly<Record<string, string>>) => Running;

function drive(start: Start, atOnce: number, scheme: Scheme = 'v1', pace = PACE) {
  const key = keyOf(freshKey(scheme).kit);
  if (!key) throw new Error('no key');
  return driveSender({ start, agency: 'municipality-test', key, pace, atOnce });
}
/** In this process, and all cases at once: they only wait. */
const broken = (bad: string) =>
  drive((env) => startSender(bad, env), Number.POSITIVE_INFINITY, 'v1', SLOW);
/** As a partner's program is run; a few at once, for each start takes a machine's whole attention. */
const program = (command: string, scheme?: Scheme) =>
  drive((env) => runCommand(command, env), 2, scheme);
const ids = (lines: readonly Line[], verdict: Line['verdict']) =>
  lines.filter((line) => line.verdict === verdict).map(({ id }) => id);

const python = spawnSync('python3', ['--version']).status === 0;
/** Seconds, so that the hub that never answers is not waited for long. */
const SHORT = 'ERTAD_TIMEOUT=2';

const found = new Map<string, readonly Line[]>();
beforeAll(async () => {
  const keep = async (name: string, lines: Promise<readonly Line[]>) =>
    void found.set(name, await lines);
  await Promise.all([
    ...brokenSenders.map(({ does }) => keep(does, broken(does))),
    keep('no sender', program('exit 0')),
    keep('v1', program(`${SHORT} ${NODE} ${reference('sender.ts')}`)),
  ]);
  await Promise.all([
    keep('v1a', program(`${SHORT} ${NODE} ${reference('sender.ts')}`, 'v1a')),
    ...(python ? [keep('python', program(`${SHORT} python3 ${reference('sender.py')}`))] : []),
  ]);
});

describe('a sender that', () => {
  it.each(brokenSenders.map((one) => [one.habit, one] as const))(
    '%s fails, for that',
    (_, { does, fails }) => {
      expect(ids(found.get(does) ?? [], 'failed').toSorted()).toEqual([...fails].toSorted());
    },
  );

  it('sends nothing is asked once', () => {
    const lines = found.get('no sender') ?? [];
    expect(ids(lines, 'failed')).toContain('send.accepted');
    expect(lines.find(({ id }) => id === 'send.busy')?.verdict).toBe('not-run');
    expect(resultOf(lines)).toBe('fails');
  });
});

describe('the reference sender', () => {
  const passes = (name: string) => {
    const lines = found.get(name) ?? [];
    expect(ids(lines, 'failed')).toEqual([]);
    expect(resultOf(lines)).toBe('conforms');
  };
  it('in TypeScript passes with a shared secret', () => passes('v1'));
  it('in TypeScript passes with a pair of keys', () => passes('v1a'));
  it.skipIf(!python)(
    `in Python passes${python ? '' : ' (skipped: python3 is not on this machine)'}`,
    () => passes('python'),
  );
});
