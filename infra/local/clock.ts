import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The hub's clock: the machine's own, plus an offset that only grows. */
export interface Clock {
  /** Milliseconds since the epoch, as every function of the hub sees them. */
  now(): number;
  /** Seconds hand of all threads: one 64-bit integer, the offset in milliseconds. */
  readonly shared: SharedArrayBuffer;
  /** Moves forward; throws a `RangeError` for an instant already past. */
  moveTo(instant: number): void;
}

/** Opens the clock whose offset is kept in `file`; the first time, it may be moved to an instant. */
export function openClock(file: string, startsAt?: string): Clock {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const offset = new BigInt64Array(shared);
  const kept = readOffset(file);
  offset[0] = BigInt(kept ?? 0);
  const now = () => Date.now() + Number(Atomics.load(offset, 0));
  const moveTo = (instant: number): void => {
    const step = instant - now();
    if (step < 0) throw new RangeError('The clock only moves forward.');
    Atomics.add(offset, 0, BigInt(Math.round(step)));
    writeOffset(file, Number(offset[0]));
  };
  if (kept === undefined && startsAt !== undefined) moveTo(Date.parse(startsAt));
  return { now, shared, moveTo };
}

function readOffset(file: string): number | undefined {
  try {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(offsetMs) ? offsetMs : 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeOffset(file: string, offsetMs: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ offsetMs })}\n`);
}
