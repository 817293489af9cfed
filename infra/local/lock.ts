import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something outside stands in the way of a start; the message is for people, one line. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Takes the data folder for this process; returns what gives it back. */
export function lock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'hub.lock');
  const mine = JSON.stringify({ pid: process.pid });
  const holder = readHolder(file);
  if (holder !== undefined && isHub(holder))
    throw new CannotStart(`Ertad is already running on ${dataDir} (process ${holder}).`);
  rmSync(file, { force: true });
  writeFileSync(file, mine, { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): number | undefined {
  try {
    return Number(JSON.parse(readFileSync(file, 'utf8')).pid);
  } catch {
    return undefined;
  }
}

/** A process of that number that is still there and is Node: numbers are used again. */
function isHub(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return true;
  }
}
