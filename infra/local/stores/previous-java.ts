import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const PidFile = z.object({ java: z.int(), owner: z.int() });

/** How long a Java that was told to end may take; it takes some 100 ms. */
const PATIENCE_MS = 20_000;

/**
 * Two Javas on one folder would spoil it. One whose hub is gone is told to end (its guard has
 * said so already, unless it died as well) and waited for; one whose hub lives is not ours to end.
 */
export async function waitForPrevious(pidFile: string): Promise<void> {
  const previous = read(pidFile);
  if (!previous) return;
  if (isDynamoDb(previous.java) && isAlive(previous.owner))
    throw new Error(`The data folder is in use by process ${previous.owner} (see ${pidFile})`);
  const until = Date.now() + PATIENCE_MS;
  for (let first = true; isDynamoDb(previous.java); first = false) {
    if (first) process.kill(previous.java, 'SIGTERM');
    if (Date.now() > until)
      throw new Error(`The previous DynamoDB Local, process ${previous.java}, does not end`);
    await sleep(25);
  }
  rmSync(pidFile, { force: true });
}

function read(pidFile: string) {
  try {
    return PidFile.parse(JSON.parse(readFileSync(pidFile, 'utf8')));
  } catch {
    return undefined; // none, or one half written by a hub that was killed
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The number may long belong to another program: only one that runs our configuration counts. */
const isDynamoDb = (pid: number) => isAlive(pid) && commandOf(pid).includes('dynamodb.xml');

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return commandFromPs(pid);
  }
}

/** macOS has no /proc. */
function commandFromPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
