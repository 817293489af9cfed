import type { Hindrance } from '../domain/refusal.ts';
import { Refusal } from '../domain/refusal.ts';
import type { RefusalCode } from '../domain/refusal-kinds.ts';

/** The deepest form of the contract has eight levels. */
export const DEPTH_MOST = 16;
/** Values of all levels together: above any form, and quickly looked through. */
export const VALUES_MOST = 5000;
/** A pointer names a field; it is no place to send a text back. */
const PART_MOST = 80;

/** Strings, marks and everything else (numbers, words) of a text that is known to be JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/gs;
/** What a decoder puts where it could not read. */
const LOST_SIGN = '\uFFFD';

interface Level {
  /** The fields met so far; none in an array. */
  readonly keys?: Set<string>;
  /** The field, or the place in the array, that is being read. */
  at: string | number | undefined;
}

/**
 * Reads JSON that has one meaning only (I-JSON, RFC 7493): readers differ in which of two fields of
 * one name they take, in what they make of half a character and of a number that is too long, and a
 * signature, a firewall and the hub must not understand three different things.
 */
export function strictJson(text: string): unknown {
  const value = parsed(text);
  inspect(text);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('json-broken');
  }
}

function inspect(text: string): void {
  const levels: Level[] = [];
  const refuse = (code: RefusalCode, hindrance: string = code): never => {
    throw new Refusal(code, [pointed(levels, hindrance)]);
  };
  let values = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === ',') next(level);
    else if (token === '}' || token === ']') levels.pop();
    else if (level?.keys && level.at === undefined) readKey(level, level.keys, token, refuse);
    else if (token !== ':') {
      values += 1;
      if (values > VALUES_MOST) throw new Refusal('json-too-many');
      if (token === '{' || token === '[') {
        if (levels.length === DEPTH_MOST) refuse('json-too-deep');
        levels.push(token === '{' ? { keys: new Set(), at: undefined } : { at: 0 });
      } else lookAt(token, refuse);
    }
  }
}

type Refuse = (code: RefusalCode, hindrance?: string) => never;

/** Behind a comma stands the next field, or the next place. */
function next(level: Level | undefined): void {
  if (level) level.at = typeof level.at === 'number' ? level.at + 1 : undefined;
}

function readKey(level: Level, keys: Set<string>, token: string, refuse: Refuse): void {
  const key = String(JSON.parse(token));
  level.at = key;
  if (!isWhole(key)) refuse('text-not-utf8');
  // An object's own machinery: no form has such a field.
  if (key === '__proto__') refuse('body-invalid', 'unknown-key');
  if (keys.has(key)) refuse('key-twice');
  keys.add(key);
}

function lookAt(token: string, refuse: Refuse): void {
  if (token.startsWith('"')) {
    if (!isWhole(String(JSON.parse(token)))) refuse('text-not-utf8');
  } else if (/^[-\d]/.test(token) && !isExact(Number(token))) refuse('number-not-exact');
}

/** No half of a character, and none that was lost on the way here. */
const isWhole = (text: string): boolean => text.isWellFormed() && !text.includes(LOST_SIGN);

/** Other readers get another number, or none, from what is beyond (RFC 7493, section 2.2). */
const isExact = (value: number): boolean =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER && !Object.is(value, -0);

const pointed = (levels: readonly Level[], code: string): Hindrance => ({
  pointer: levels.map(({ at }) => `/${escaped(String(at ?? ''))}`).join(''),
  code,
});

const escaped = (part: string): string =>
  part.slice(0, PART_MOST).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
