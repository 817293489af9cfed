/** What a line of JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/**
 * The one spelling of a value (RFC 8785, JSON Canonicalization Scheme): names in the order of their
 * UTF-16 units, no blanks, numbers and texts as ECMAScript writes them. A member that is undefined is
 * not there.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') return finite(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    if (members) members += ',';
    members += `${wellFormed(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}

/** Signs that stand for themselves in JSON: most texts of a journal have no others. */
const PLAIN = /^[ !#-[\]-~]*$/;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Half a character has no bytes in UTF-8: two values would be spelled alike. */
function wellFormed(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('a text with half a character');
  return JSON.stringify(text);
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('a number that JSON does not know');
  return JSON.stringify(value);
}

const encoder = new TextEncoder();

/** The bytes of that spelling: what is hashed. */
export const canonicalBytes = (value: Json): Uint8Array => encoder.encode(canonical(value));
