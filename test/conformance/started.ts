import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REFERENCE = join(import.meta.dirname, '../../conformance/reference');

export interface Started {
  readonly url: URL;
  readonly taken: URL;
  stop(): void;
}

/** Starts a reference receiver as whoever tries it does: with keys in its environment. */
export async function startReference(
  file: 'receiver.ts' | 'receiver.py',
  keys: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'ertad-receiver-'));
  const child = spawn(
    file.endsWith('.py') ? 'python3' : process.execPath,
    [join(REFERENCE, file)],
    {
      env: {
        ...process.env,
        PORT: '0',
        ERTAD_KEYS: keys.join(' '),
        ERTAD_STORE: join(folder, 'inbox.jsonl'),
        ERTAD_TEST: 'yes',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const origin = `http://127.0.0.1:${await portOf(child)}`;
  return {
    url: new URL('/ertad', origin),
    taken: new URL('/taken', origin),
    stop() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the receiver ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /listening on (\{.*\})/.exec(chunk.toString('utf8'))?.[1];
      if (found) resolve((JSON.parse(found) as { port: number }).port);
    });
  });
}
