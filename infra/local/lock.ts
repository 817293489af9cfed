import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something outside stands in the way of a start; the message is for people, one line. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Who holds a folder. The start tells a process from a later one of the same number. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string | undefined;
}

/** Takes the data folder for this process; returns what gives it back. */
export function lock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'hub.lock');
  const holder = readHolder(file);
  if (holder && isThere(holder))
    throw new CannotStart(`Ertad is already running on ${dataDir} (process ${holder.pid}).`);
  rmSync(file, { force: true });
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) };
  writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

/** Nothing where there is no lock, or one that a killed process left half written. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isThere({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return startOf(pid) === startedAt;
}

/** Clock ticks from the machine's start to the process's; Linux only. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, a name in brackets, may hold spaces itself: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
