import * as z from 'zod';
import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import type { Sing } from './teller.ts';

/** A canary: a text found nowhere else, with where it was put in. */
export interface Bird {
  readonly operation: string;
  /** Where in the body, with `*` for a place in a list. */
  readonly at: string;
  /** Who said it. */
  readonly who: string;
  /** In each script, or as it is written; any of them heard is the bird heard. */
  readonly songs: readonly string[];
}

type Leaf = { readonly at: string; readonly form: 'words' | 'phone' | 'number' | 'mail' };
type Schema = Readonly<Record<string, unknown>>;

/**
 * Codes, ids, instants and names of the pack have a form of their own; these look like words. The
 * number of a duty desk is there for anybody to call.
 */
const NO_WORDS =
  /\/(?:municipality|employer|account|slot|url|calendar|secret|version|(?:areas|accounts|certificates)\/\*)$|^\/to$|^\/deputy$|^\/desk$/;

/** Every place of a body at which a person writes: free text, telephone, personal number, mail. */
function leavesOf(schema: unknown, at = ''): Leaf[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties = {}, items, ...own } = schema as Schema;
  const form = type === 'string' ? formOf(own) : undefined;
  return [
    ...(form && !NO_WORDS.test(at) ? [{ at, form }] : []),
    ...[own.anyOf, own.oneOf, own.allOf]
      .flatMap((some) => (some as Schema[]) ?? [])
      .flatMap((one) => leavesOf(one, at)),
    ...Object.entries(properties as Schema).flatMap(([name, one]) =>
      leavesOf(one, `${at}/${name}`),
    ),
    ...leavesOf(items, `${at}/*`),
  ];
}

function formOf({ enum: list, const: fixed, format, pattern }: Schema): Leaf['form'] | undefined {
  if (list !== undefined || fixed !== undefined) return undefined;
  if (format === 'email') return 'mail';
  if (pattern === '^\\d{11}$') return 'number';
  if (String(pattern).startsWith('^(?=(.*[0-9]){3})')) return 'phone';
  const words = pattern === undefined || String(pattern).startsWith('[^\\p{Z}');
  return words && format === undefined ? 'words' : undefined;
}

const known = new Map<string, readonly Leaf[]>();
/** Each once, however many forms of the body have it. */
export function leavesIn({
  operation,
  body,
}: Pick<Endpoint, 'operation' | 'body'>): readonly Leaf[] {
  const found = known.get(operation);
  if (found || !body) return found ?? [];
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const leaves = [...new Map(leavesOf(schema).map((leaf) => [leaf.at, leaf])).values()];
  known.set(operation, leaves);
  return leaves;
}

const GEORGIAN = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const inLetters = (count: number, letters: string): string =>
  [3, 2, 1, 0]
    .map((place) => letters[Math.floor(count / letters.length ** place) % letters.length])
    .join('');

/** What every canary of a form begins with: heard there, some canary is heard. */
export const NESTS = [
  'იადონი',
  'Kanarienvogel',
  'kanarienvogel',
  '+995 511 000',
  '+995511000',
  '98765000',
];

/** Behind every song: two words alone are no reason for anything. */
const REFRAIN = 'მღერის ყოველ დილით';

function songsOf(form: Leaf['form'], count: number): readonly [string, ...string[]] {
  const six = String(count).padStart(6, '0');
  if (form === 'phone') return [`+995 511 ${six.slice(0, 3)} ${six.slice(3)}`, `+995511${six}`];
  if (form === 'number') return [`98765${six}`];
  if (form === 'mail') return [`kanarienvogel${inLetters(count, LATIN)}@example.ge`];
  return [`იადონი${inLetters(count, GEORGIAN)}ჭ`, `Kanarienvogel${inLetters(count, LATIN)}q`];
}

/** Hides a canary of its own in every field of every body that is sent, whatever stood there. */
export function aviary() {
  const birds: Bird[] = [];
  const sung = new Set<string>();

  const sing: Sing = (endpoint, body, who) => {
    // Not a structured clone: one person named twice would stay one.
    const next: unknown = JSON.parse(JSON.stringify(body));
    for (const { at, form } of leavesIn(endpoint)) {
      for (const [holder, name] of holdersOf(next, at.slice(1).split('/'))) {
        const before = holder[name];
        if (typeof before === 'object' && before !== null) continue;
        const songs = songsOf(form, birds.length + 1);
        holder[name] = form === 'words' ? [...songs, REFRAIN].join(' ') : songs[0];
        if (endpoint.body?.safeParse(next).success) {
          birds.push({ operation: endpoint.operation, at, who, songs });
          sung.add(`${endpoint.operation}${at}`);
        } else if (before === undefined) delete holder[name];
        else holder[name] = before;
      }
    }
    return next;
  };
  return { birds, sung, sing };
}

type Holder = Record<string, unknown>;

/** Every object of a value that has, or could have, what stands at the end of a path. */
function holdersOf(value: unknown, [name = '', ...rest]: string[]): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Holder;
  const names = name === '*' ? Object.keys(own) : [name];
  if (rest.length === 0) return names.map((one) => [own, one]);
  return names.flatMap((one) => holdersOf(own[one], rest));
}
