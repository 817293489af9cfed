import type { JWTHeaderParameters } from 'jose';
import * as z from 'zod';
import { strictJson } from './strict-json.ts';

/** Three parts in strict base64url: lenient decoders accept several spellings of one token. */
const COMPACT = /^[A-Za-z0-9_-]{1,2000}\.[A-Za-z0-9_-]{1,6000}\.[A-Za-z0-9_-]{1,1000}$/;

/** Lenient decoders ignore spare bits at the end: a token has one spelling. */
const isCanonical = (part: string): boolean =>
  Buffer.from(part, 'base64url').toString('base64url') === part;

/** A claim given twice, or a letter lost, is read by every library in its own way. */
function isOfOneMeaning(part: string): boolean {
  try {
    strictJson(Buffer.from(part, 'base64url').toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Whether a text can be a token at all, before any key is asked for. */
export function isToken(text: string): boolean {
  if (!COMPACT.test(text)) return false;
  const [head = '', payload = '', signature = ''] = text.split('.');
  return [head, payload, signature].every(isCanonical) && [head, payload].every(isOfOneMeaning);
}

/**
 * All that a header may say: which of the issuer's keys, and where the issuer says so that it is an
 * access token (RFC 9068). A key brought along, or the address of one, has no place in it.
 */
const Header = z.strictObject({
  alg: z.literal('RS256'),
  kid: z.string().min(1).max(200),
  typ: z.enum(['JWT', 'at+jwt', 'application/at+jwt']).optional(),
});
export const isHeader = (header: JWTHeaderParameters): boolean => Header.safeParse(header).success;

/** Clocks of issuer and hub may differ by so much. */
const CLOCKS_DIFFER_S = 60;

/** A token of tomorrow was made by somebody who also made up its time. */
export const isIssuedBy = (seconds: number, nowMs: number): boolean =>
  seconds <= nowMs / 1000 + CLOCKS_DIFFER_S;
