import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, type Key, keyOf, type Scheme } from '../../conformance/keys.ts';
import { driveReceiver } from '../../conformance/receiver/run.ts';
import { resultOf } from '../../conformance/report/report.ts';
import type { Line } from '../../conformance/verdict.ts';
import { HERE } from './pace.ts';
import { type Started, startReference } from './started.ts';

const python = spawnSync('python3', ['--version']).status === 0;
const skipped = python ? '' : ' (skipped: python3 is not on this machine)';
const KIT = join(import.meta.dirname, '../../conformance/kit.ts');
const out = mkdtempSync(join(tmpdir(), 'ertad-conformance-'));

interface Pair {
  readonly key: Key;
  readonly receiver: string;
}
function pair(scheme: Scheme): Pair {
  const { kit, receiver } = freshKey(scheme);
  const key = keyOf(kit);
  if (!key) throw new Error('no key');
  return { key, receiver };
}
const [shared, open, nextShared, nextOpen] = [pair('v1'), pair('v1a'), pair('v1'), pair('v1a')];
/** Long enough for the rotation's first checks, by whatever else this machine does. */
const OVERLAP_MS = 5_000;

const running: Started[] = [];
async function start(...given: Parameters<typeof startReference>): Promise<Started> {
  const started = await startReference(...given);
  running.push(started);
  return started;
}

async function typescript(): Promise<readonly Line[]> {
  const all = [shared, open, nextShared, nextOpen];
  const { url, taken } = await start(
    'receiver.ts',
    all.map(({ receiver }) => receiver),
  );
  return driveReceiver({
    receiver: url,
    taken,
    keys: [shared.key, open.key],
    next: [nextShared.key, nextOpen.key],
    pace: HERE,
  });
}

async function rotation(file: 'receiver.ts' | 'receiver.py'): Promise<readonly Line[]> {
  const oldUntil = Date.now() + OVERLAP_MS;
  const old = `${shared.receiver}@${new Date(oldUntil).toISOString()}`;
  const { url } = await start(file, [nextShared.receiver, old]);
  return driveReceiver({
    receiver: url,
    keys: [shared.key],
    next: [nextShared.key],
    oldUntil,
    only: ['rotation'],
    pace: HERE,
  });
}

async function pythonWhole(): Promise<readonly Line[]> {
  const { url, taken } = await start('receiver.py', [shared.receiver]);
  return driveReceiver({ receiver: url, taken, keys: [shared.key], next: [], pace: HERE });
}

interface Ran {
  readonly code: number | null;
  readonly printed: string;
}
/** The kit as a partner runs it, at its own pace, against the receiver in TypeScript. */
async function wholeKit(): Promise<Ran> {
  const { url, taken } = await start('receiver.ts', [shared.receiver]);
  const child = spawn(process.execPath, [
    ...[KIT, '--receiver', `${url}?token=abc`, '--taken', `${taken}`],
    ...['--secret', shared.key.text, '--lang', 'ka', '--out', out],
  ]);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, printed };
}

const found = new Map<string, readonly Line[]>();
let kit: Ran;
beforeAll(async () => {
  const keep = async (name: string, lines: Promise<readonly Line[]>) =>
    void found.set(name, await lines);
  const whole = wholeKit();
  await Promise.all([
    keep('typescript', typescript()),
    keep('typescript rotation', rotation('receiver.ts')),
    ...(python
      ? [keep('python', pythonWhole()), keep('python rotation', rotation('receiver.py'))]
      : []),
  ]);
  kit = await whole;
});
afterAll(() => {
  for (const one of running) one.stop();
  rmSync(out, { recursive: true, force: true });
});

const lines = (name: string, ...verdicts: readonly Line['verdict'][]) =>
  (found.get(name) ?? []).filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);

describe('the reference receiver', () => {
  it('in TypeScript passes with both schemes and new keys', () => {
    expect(lines('typescript', 'failed', 'not-asked', 'not-run')).toEqual([]);
    // When the old key ends has a run of its own.
    expect(lines('typescript', 'not-observed')).toEqual(['rotation.old-ended']);
  });

  it.skipIf(!python)(`in Python passes with a shared secret${skipped}`, () => {
    expect(lines('python', 'failed', 'not-run', 'not-observed')).toEqual([]);
    expect(resultOf(found.get('python') ?? [])).toBe('conforms');
  });

  it('in TypeScript lets go of the old key when its time is over', () => {
    expect(lines('typescript rotation', 'passed')).toEqual(
      expect.arrayContaining(['rotation.both', 'rotation.new-only', 'rotation.old-ended']),
    );
  });

  it.skipIf(!python)(`in Python lets go of the old key as well${skipped}`, () => {
    expect(lines('python rotation', 'passed')).toEqual(
      expect.arrayContaining(['rotation.both', 'rotation.new-only', 'rotation.old-ended']),
    );
  });
});

describe('the kit on the command line', () => {
  const read = (type: 'json' | 'html') =>
    readFileSync(join(out, `ertad-conformance.${type}`), 'utf8');

  it('ends with 0 where all that is required passed, and says so in Georgian', () => {
    expect(kit.printed).toContain('ყველა აუცილებელი შემოწმება გავიდა.');
    expect(kit.code).toBe(0);
  });

  it('writes a report that names the origin, and no key, path or query', () => {
    const report = JSON.parse(read('json'));
    expect(report).toMatchObject({ result: 'conforms', kit: '0.1.0', schemes: ['v1'] });
    expect(report.receiver.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const secret = shared.key.text.slice('whsec_'.length);
    for (const text of [read('json'), read('html'), kit.printed]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain('token=abc');
    }
  });

  it('writes a page that loads nothing and speaks both languages', () => {
    const page = read('html');
    expect(page).toMatch(/<section id="ka" lang="ka">[\s\S]*<section id="en" lang="en">/);
    expect(page).toContain('Duplicates at the same moment are acted upon once');
    expect(page).toContain('ერთდროული გამეორება ერთხელ სრულდება');
    expect(page).not.toMatch(/<script|<link|src=|url\(|@import/);
  });
});
