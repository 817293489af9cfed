import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../docs/guide.ts';
import { startWorld, type World } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const tools = ['bash', 'curl', 'openssl'].filter((program) => !has(program));
const skipped = tools.length > 0 ? ` (skipped: ${tools.join(', ')} not on this machine)` : '';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'ertad-guide-'));
beforeAll(async () => {
  if (tools.length === 0) world = await startWorld();
});
afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A port nobody uses now. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** All commands of the guide in one shell; what each block printed. */
async function played(change: (script: string) => string = (script) => script) {
  const port = await freePort();
  const blocks = blocksOf('partner-guide.md', 'sh').map((block, i) => `echo "=== ${i}"\n${block}`);
  const script = `trap 'kill $RECEIVER 2>/dev/null || true' EXIT\nRECEIVER=\n${blocks.join('\n')}`;
  const child = spawn('bash', ['-eu', '-c', change(script)], {
    cwd: ROOT,
    env: {
      ...process.env,
      HUB: world.hub.url,
      PORT: String(port),
      ERTAD_STORE: join(folder, `inbox-${port}.jsonl`),
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  const parts = printed.split(/^=== \d+$/m).slice(1);
  return { code, printed, parts: parts.map((part) => part.trim()) };
}

/** The place of the block that holds these words. */
const place = (words: string): number =>
  blocksOf('partner-guide.md', 'sh').findIndex((block) => block.includes(words));

/** For another agency, too: its test button has been pressed often enough. */
const inPython = (script: string): string =>
  script
    .replaceAll(/node (conformance\/reference\/\w+)\.ts/g, 'python3 $1.py')
    .replaceAll('zestaponi', 'baghdati');

describe.skipIf(tools.length > 0)(`the partner guide${skipped}`, () => {
  const works = async (change?: (script: string) => string) => {
    const { code, printed, parts } = await played(change);
    expect(code, printed).toBe(0);
    const part = (words: string) => parts[place(words)] ?? '';
    expect(part('/challenge')).toMatch(/active$/);
    expect(part('openssl dgst -sha256 -mac')).toBe('204\n401');
    expect(part('"kind": "early-identification"')).toMatch(/^ER-[\s\S]*tsk_\w+: fetched, 200$/);
    expect(part('"to": "received"')).toMatch(/received$/);
    expect(part('ERTAD_TO=accepted')).toMatch(/accepted$/);
    expect(part('/rotations')).toMatch(/204$/);
    const [kept, counted] = part('/v1/feed/digests').split('\n');
    expect(counted?.split(' ').at(-1)).toBe(kept);
    expect(part('/v1/feed/rewind')).toContain('"sequence":0');
    expect(part('/deliveries')).toContain("'delivered'");
    expect(part('/replays')).toBe('204\n1\n0');
    expect(part('/service-record')).toMatch(/ told\n[\s\S]* attempted\n[\s\S]* fetched/);
    expect(printed).not.toContain('problems/');
  };

  it('works as it stands, with the receiver and the sender in TypeScript', () => works());

  const python = has('python3');
  it.skipIf(!python)(
    `works with those in Python${python ? '' : ' (skipped: python3 is not on this machine)'}`,
    () => works(inPython),
  );
});
