import { Refusal } from '../refusal.ts';
import type { AccessTerms } from './terms.ts';

/** Words that differ only in their endings count as the same: Georgian puts its cases there. */
const STEM = 5;
/** Shorter ones say nothing of a situation. */
const WORD_LEAST = 3;
/** Fewer different words are no reason. */
const WORDS_LEAST = 4;
/** From this share of one sign on, of runs along the keyboard or of words without a vowel, it is noise. */
const NOISE = 0.4;
/** So many neighbouring keys in a row are nobody's word. */
const RUN = 5;

/** Rows of the keyboards in use; in Georgian, Latin and Cyrillic letters. */
const ROWS = [
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'ქწერტყუიოპ', 'ასდფგჰჯკლ', 'ზხცვბნმ'],
  ...['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'abcdefghijklmnopqrstuvwxyz'],
];
const KEYS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]);
const VOWELS = /[აეიოუaeiouyаеёиоуыэюя]/u;

/** What is left of a reason when only its letters count: the same for the same words. */
export const normalForm = (reason: string): string =>
  reason
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();

const wordsOf = (reason: string): string[] =>
  normalForm(reason)
    .split(' ')
    .filter((word) => word.length >= WORD_LEAST);

/** What two reasons are compared by, each once. */
export const stemsOf = (reason: string): string[] => [
  ...new Set(wordsOf(reason).map((word) => word.slice(0, STEM))),
];

/** Refuses what is no reason: too short, one sign or word again and again, or keys in a row. */
export function checkReason(reason: string, { least }: AccessTerms['reason']): void {
  const collapsed = reason.trim().replaceAll(/\s+/gu, ' ');
  if ([...collapsed].length < least) throw refused('reason-too-short');
  if (isNoise(collapsed)) throw refused('reason-says-nothing');
}

function isNoise(reason: string): boolean {
  const words = wordsOf(reason);
  if (new Set(words).size < WORDS_LEAST || new Set(words).size * 2 < words.length) return true;
  const letters = [...normalForm(reason).replaceAll(' ', '')];
  const speechless = words.filter((word) => !VOWELS.test(word)).length / words.length;
  const most = Math.max(...countEach(letters).values()) / letters.length;
  return [speechless, most, inRuns(words) / letters.length].some((share) => share >= NOISE);
}

function countEach(letters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** How many letters stand in runs along a row of keys, or in one repeated. */
const inRuns = (words: readonly string[]): number =>
  words
    .flatMap((word) => Array.from({ length: word.length - RUN + 1 }, (_, at) => word.slice(at)))
    .map((rest) => rest.slice(0, RUN))
    .filter((run) => KEYS.some((row) => row.includes(run)) || new Set(run).size === 1).length * RUN;

/** What is kept of a reason beside its seal: hashes under a key of the hub's, never a word. */
export interface KnownReason {
  readonly stems: readonly string[];
}

/** Refuses what the same person said before, or nearly: most of the words of the shorter one. */
export function checkNew(
  stems: readonly string[],
  earlier: readonly KnownReason[],
  { alike }: AccessTerms['reason'],
): void {
  if (earlier.some((one) => likeness(stems, one.stems) * 100 >= alike)) {
    throw refused('reason-repeated');
  }
}

function likeness(one: readonly string[], other: readonly string[]): number {
  const shorter = Math.min(new Set(one).size, new Set(other).size);
  const known = new Set(other);
  return shorter === 0 ? 0 : new Set(one.filter((stem) => known.has(stem))).size / shorter;
}

const refused = (code: 'reason-too-short' | 'reason-says-nothing' | 'reason-repeated') =>
  new Refusal(code, [{ pointer: '/reason', code }]);
