import { followClock } from '../../infra/local/moved-time.ts';

const offset = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
const machineNow = Date.now;
followClock(offset.buffer);

/** Sets this thread's clock by the hub's, as other machines set theirs by a time server. */
export async function setClock(hub: string): Promise<void> {
  const answer = await fetch(`${hub}/local/clock`);
  const { now } = (await answer.json()) as { readonly now: string };
  Atomics.store(offset, 0, BigInt(Date.parse(now) - machineNow()));
}
