import { createHmac } from 'node:crypto';

/** Of RFC 6238: a code holds for half a minute and has six digits. */
const STEP_S = 30;
const DIGITS = 6;
/** Clocks of telephones are off: one step before and one after are taken as well. */
const DRIFT = 1;

/** A secret of its own for each account, which follows from one that is kept. */
export const secretOf = (kept: string, sub: string, number: number): Buffer =>
  createHmac('sha1', kept).update(`second factor ${number} of ${sub}`).digest();

export const stepAt = (now: number): number => Math.floor(now / 1000 / STEP_S);

/** The code of a step (RFC 4226, section 5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const from = (mac.at(-1) ?? 0) & 0xf;
  const number = (mac.readUInt32BE(from) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The step whose code this is; none for a code of another time, or that was used or passed by. */
export function stepOf(secret: Buffer, code: string, now: number, last = 0): number | undefined {
  const at = stepAt(now);
  for (let step = at - DRIFT; step <= at + DRIFT; step += 1) {
    if (step > last && codeOf(secret, step) === code) return step;
  }
  return undefined;
}

/** As authenticator apps take a secret: base32 (RFC 4648). */
export function base32(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{1,5}/g) ?? [];
  return letters.map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
