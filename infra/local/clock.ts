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

/** Opens the clock whose offset is kept in `file`. */
export function openClock(file: string): Clock {
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const offset = new BigInt64Array(shared);
  offset[0] = BigInt(readOffset(file));
  const now = () => Date.now() + Number(Atomics.load(offset, 0));

  return {
    now,
    shared,
    moveTo(instant) {
      const step = instant - now();
      if (step < 0) throw new RangeError('The clock only moves forward.');
      Atomics.add(offset, 0, BigInt(Math.round(step)));
      writeOffset(file, Number(offset[0]));
    },
  };
}

function readOffset(file: string): number {
  try {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(offsetMs) ? offsetMs : 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

function writeOffset(file: string, offsetMs: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ offsetMs })}\n`);
}
