import { createHash } from 'node:crypto';
import { checkCalendar } from './checks/calendar.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkCoverage, checkDirectory } from './checks/directory.ts';
import { checkInstruments } from './checks/instruments.ts';
import { checkRouting } from './checks/routing.ts';
import { checkSources } from './checks/sources.ts';
import { checkStatuses } from './checks/statuses.ts';
import { checkWords } from './checks/words.ts';
import { inWords, type Problem, problem } from './problem.ts';
import { Pack } from './schema.ts';

export interface LoadedPack {
  readonly pack: Pack;
  /** Of the content, whatever the order of keys and the layout of the files. */
  readonly sha256: string;
}

const CHECKS: readonly ((pack: Pack) => readonly Problem[])[] = [
  checkSources,
  checkDirectory,
  checkCoverage,
  checkCalendar,
  checkClocks,
  checkStatuses,
  checkRouting,
  checkInstruments,
  checkWords,
];

const FILES: Readonly<Record<string, string>> = {
  taskStatuses: 'task-statuses.json',
  codeLists: 'code-lists.json',
  instruments: 'instruments',
};

const fileOf = (part: string): string => FILES[part] ?? `${part}.json`;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
};

const hash = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');

/** Every problem of a pack: first what the schemas say, then what must hold between the files. */
export function problemsOf(raw: unknown): readonly Problem[] {
  const parsed = Pack.safeParse(raw);
  if (parsed.success) return CHECKS.flatMap((check) => check(parsed.data));
  return parsed.error.issues.map(({ path: [part, ...path], message }) =>
    problem(fileOf(String(part)), path.join('.'), message),
  );
}

/** Reads and checks a pack; throws naming every file and place that is wrong. */
export function loadPack(raw: unknown): LoadedPack {
  const problems = problemsOf(raw);
  if (problems.length > 0)
    throw new Error(`The policy pack is broken:\n${problems.map(inWords).join('\n')}`);
  return { pack: Pack.parse(raw), sha256: hash(raw) };
}
