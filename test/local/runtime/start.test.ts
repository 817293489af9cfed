import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openClock } from '../../../infra/local/clock.ts';
import { dataFolder } from '../../../infra/local/data-folder.ts';

const START = join(import.meta.dirname, '../../../infra/local/start.ts');
const folder = () => mkdtempSync(join(tmpdir(), 'ertad-start-'));
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function start(environment: Record<string, string>) {
  const hub = spawn(process.execPath, [START], { env: { ...process.env, ...environment } });
  let errors = '';
  hub.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(hub, 'close');
  return { code, lines: errors.trim().split('\n') };
}

describe('npm start', () => {
  it('says in one line that another hub has the data', async () => {
    const ERTAD_DATA = folder();
    const { release } = dataFolder(ERTAD_DATA, false);
    open.push(release);
    const { code, lines } = await start({ ERTAD_DATA, PORT: '0' });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining('already running')]);
  });

  it('says in one line that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(() => server.close());
    const address = server.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const { code, lines } = await start({ ERTAD_DATA: folder(), PORT });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`Port ${PORT} is taken`)]);
  });

  it('says in one line that no such centre can be opened', async () => {
    const { code, lines } = await start({ ERTAD_DATA: folder(), ERTAD_OPEN_CENTRES: 'batumi' });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'ERTAD_OPEN_CENTRES: batumi is no child centre of the policy pack; it has centre-tbilisi, centre-kutaisi.',
    ]);
  });

  it('leaves a folder of other files alone', () => {
    const path = folder();
    writeFileSync(join(path, 'thesis.txt'), '');
    expect(() => dataFolder(path, true)).toThrow('holds other files');
  });

  it('takes over the lock of a process that is gone', () => {
    const path = folder();
    dataFolder(path, false).release();
    writeFileSync(join(path, 'hub.lock'), JSON.stringify({ pid: 2 ** 22 }));
    const taken = dataFolder(path, false);
    open.push(taken.release);
    expect(taken.filled).toBe(false);
  });
});

describe('the clock', () => {
  it('keeps its offset over a restart', () => {
    const file = join(folder(), 'clock.json');
    const clock = openClock(file);
    const target = clock.now() + 86_400_000;
    clock.moveTo(target);
    expect(openClock(file).now()).toBeGreaterThanOrEqual(target);
    expect(() => clock.moveTo(target - 1)).toThrow(RangeError);
  });

  it('begins where it is told to, the first time', () => {
    const file = join(folder(), 'clock.json');
    const eve = '2036-12-31T13:50:00Z';
    const clock = openClock(file, eve);
    expect(clock.now() - Date.parse(eve)).toBeGreaterThanOrEqual(0);
    clock.moveTo(clock.now() + 3_600_000);
    expect(openClock(file, eve).now()).toBeGreaterThanOrEqual(Date.parse(eve) + 3_600_000);
  });
});
