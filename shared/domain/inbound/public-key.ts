import * as z from 'zod';

/** The field of curve25519 (RFC 7748). */
const P = 2n ** 255n - 19n;

const mod = (value: bigint): bigint => ((value % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let left = exponent, square = mod(base); left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** The curve's constant d = −121665 / 121666 (RFC 8032, section 5.1). */
const D = mod(-121665n * power(121666n, P - 2n));
const SIGN_BIT = 1n << 255n;

/**
 * Points whose order divides 8, by their y: under such a key a signature fits that nobody made.
 * 1 and −1, 0, and the four of order 8.
 */
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const SMALL_ORDER: readonly bigint[] = [0n, 1n, P - 1n, ORDER_8, P - ORDER_8];

/** x² that belongs to a y on the curve −x² + y² = 1 + d·x²·y². */
const xSquared = (y: bigint): bigint => mod((y * y - 1n) * power(D * y * y + 1n, P - 2n));

/** A square of the field, by Euler's criterion. */
const isSquare = (value: bigint): boolean => power(value, (P - 1n) / 2n) === 1n;

function yOf(base64: string): bigint | undefined {
  const bytes = [...atob(base64)].map((sign) => sign.charCodeAt(0));
  if (bytes.length !== 32) return undefined;
  const whole = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return whole & ~SIGN_BIT;
}

/** Whether the text holds a point that only whoever has its private half can sign for. */
function isPoint(key: string): boolean {
  const y = yOf(key.slice(PREFIX.length));
  if (y === undefined || y >= P || SMALL_ORDER.includes(y)) return false;
  return isSquare(xSquared(y));
}

const PREFIX = 'whpk_';
/** 32 bytes in base64: 43 signs, of which the last holds four bits, and one to fill up. */
const FORM = /^whpk_[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** The public half of an Ed25519 pair as Standard Webhooks writes it. */
export const PublicKey = z
  .string()
  .regex(FORM)
  .refine((key) => !FORM.test(key) || isPoint(key), { error: 'not-a-public-key' });
