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
  if (isList(value)) return listed(value);
  let members = '';
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name];
    if (member === undefined) continue;
    if (members) members += ',';
    members += `${spelled(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}

/** More names than any entry has. */
const FEW = 40;

/** A dozen names are sorted sooner by putting each in its place, without a copy. */
function inOrder(names: string[]): string[] {
  if (names.length > FEW) return names.sort();
  for (let place = 1; place < names.length; place += 1) {
    const name = names[place] ?? '';
    let to = place;
    for (let before = names[to - 1]; before !== undefined && before > name; before = names[to - 1])
      names[to--] = before;
    names[to] = name;
  }
  return names;
}

/** Spellings of names: an entry has the same ones as the entries before it. */
const NAMES = new Map<string, string>();
const NAMES_MOST = 1000;

function spelled(name: string): string {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const text = wellFormed(name);
  if (NAMES.size < NAMES_MOST) NAMES.set(name, text);
  return text;
}

function listed(values: readonly Json[]): string {
  let items = '';
  for (const value of values) items += items ? `,${canonical(value)}` : canonical(value);
  return `[${items}]`;
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
