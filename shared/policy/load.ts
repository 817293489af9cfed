import type * as z from 'zod';
import { checkAnswers } from './checks/answers.ts';
import { checkCalendar } from './checks/calendar.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkCoverage, checkDirectory } from './checks/directory.ts';
import { checkDisclosure } from './checks/disclosure.ts';
import { checkInstruments } from './checks/instruments.ts';
import { checkInterview } from './checks/interview.ts';
import { checkRecall } from './checks/recall.ts';
import { checkRouting } from './checks/routing.ts';
import { checkSafety } from './checks/safety.ts';
import { checkSameChild } from './checks/same-child.ts';
import { checkSharing } from './checks/sharing.ts';
import { checkSources } from './checks/sources.ts';
import { checkStatuses } from './checks/statuses.ts';
import { checkVisit } from './checks/visit.ts';
import { checkWords } from './checks/words.ts';
import { checkWorks } from './checks/works.ts';
import { inWords, type Problem, problem } from './problem.ts';
import { Pack } from './schema.ts';
import { hashOf, type LoadedPack } from './seal.ts';

const CHECKS: readonly ((pack: Pack) => readonly Problem[])[] = [
  checkSources,
  checkDirectory,
  checkCoverage,
  checkCalendar,
  checkClocks,
  checkStatuses,
  checkRouting,
  checkSafety,
  checkWorks,
  checkInstruments,
  checkWords,
  checkDisclosure,
  checkSameChild,
  checkInterview,
  checkAnswers,
  checkRecall,
  checkVisit,
  checkSharing,
];

const FILES: Readonly<Record<string, string>> = {
  taskStatuses: 'task-statuses.json',
  codeLists: 'code-lists.json',
  sameChild: 'same-child.json',
  instruments: 'instruments',
};

const fileOf = (part: string): string => FILES[part] ?? `${part}.json`;

const schemaProblems = (issues: z.ZodError['issues']): readonly Problem[] =>
  issues.map(({ path: [part, ...path], message }) =>
    problem(fileOf(String(part)), path.join('.'), message),
  );

type Examined =
  | { readonly pack: Pack; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[]; readonly pack?: never };

function examine(raw: unknown): Examined {
  const { data: pack, error } = Pack.safeParse(raw);
  if (error) return { problems: schemaProblems(error.issues) };
  const problems = CHECKS.flatMap((check) => check(pack));
  return problems.length > 0 ? { problems } : { pack, problems: [] };
}

/** Every problem of a pack: first what the schemas say, then what must hold between the files. */
export const problemsOf = (raw: unknown): readonly Problem[] => examine(raw).problems;

/** Reads and checks a pack; throws naming every file and place that is wrong. */
export function loadPack(raw: unknown): LoadedPack {
  const { pack, problems } = examine(raw);
  if (!pack) throw new Error(`The policy pack is broken:\n${problems.map(inWords).join('\n')}`);
  return { pack, sha256: hashOf(raw) };
}
