import type { Json } from '../../../shared/domain/journal-log/canonical.ts';

const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** RFC 8785, section 3.2.2.2, sign by sign. */
const quoted = (text: string): string =>
  `"${Array.from({ length: text.length }, (_, i) => signOf(text.charAt(i))).join('')}"`;
const signOf = (sign: string): string =>
  SHORT[sign] ?? (sign < ' ' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign);

/** Section 3.2.3: the first unit that differs decides, or else the length. */
function before(one: string, other: string): number {
  for (let i = 0; i < one.length && i < other.length; i += 1) {
    const apart = one.charCodeAt(i) - other.charCodeAt(i);
    if (apart !== 0) return apart;
  }
  return one.length - other.length;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The canonical form as the standard's text has it, slowly and apart from the hub's own. */
export function slowCanonical(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  // Section 3.2.2.3 is that of ECMAScript; zero has no sign.
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : `${value}`;
  if (value === null || typeof value === 'boolean') return `${value}`;
  if (isList(value)) return `[${value.map(slowCanonical).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([one], [other]) => before(one, other));
  return `{${sorted.map(([name, member]) => `${quoted(name)}:${slowCanonical(member ?? null)}`).join(',')}}`;
}
