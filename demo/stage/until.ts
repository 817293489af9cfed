import { setTimeout as pause } from 'node:timers/promises';

/** What the hub does by itself it does within seconds; more than this is a fault. */
const PATIENCE_MS = 20_000;
const EVERY_MS = 40;

/** Looks again and again until there is something to see. */
export async function until<T>(
  awaited: string,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`waited in vain: ${awaited}`);
    await pause(EVERY_MS);
  }
}

/** Ends the step in which it stands when something is not as it must be. */
export function must(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise);
}
