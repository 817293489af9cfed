import type * as z from 'zod';
import { fault, problemType, statusOf } from '../contract/problem.ts';
import type { Lang } from '../domain/labels.ts';
import { type Hindrance, Refusal } from '../domain/refusal.ts';
import { refusals } from '../domain/refusal-codes.ts';

export interface ProblemAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/**
 * A refusal as a problem document (RFC 9457): what was refused, what to do instead, and each field
 * by its JSON pointer. Nothing of the input is repeated in it.
 */
export function problem(error: unknown, lang: Lang, instance: string): ProblemAnswer {
  if (!(error instanceof Refusal)) {
    return document('fault', 500, fault, [], lang, instance);
  }
  const { code, kind, hindrances } = error;
  return document(code, statusOf[kind], refusals[code], hindrances, lang, instance);
}

function document(
  code: string,
  status: number,
  words: Pick<(typeof refusals)['adult'], 'title' | 'instead'>,
  hindrances: readonly Hindrance[],
  lang: Lang,
  instance: string,
): ProblemAnswer {
  const { title, instead } = words;
  const head = { type: problemType(code), title: title[lang], status, detail: instead[lang] };
  const errors = hindrances.length > 0 ? { errors: hindrances } : {};
  return { status, body: { ...head, instance: `urn:ertad:request:${instance}`, ...errors } };
}

const escaped = (part: PropertyKey): string =>
  String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** zod's findings as pointers and codes; the values stay behind. */
export const hindrancesOf = (error: z.ZodError): Hindrance[] =>
  error.issues.flatMap((issue) => {
    const at = issue.path.map((part) => `/${escaped(part)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${at}/${escaped(key).slice(0, 80)}`,
        code: 'unknown-key',
      }));
    }
    return [{ pointer: at, code: codeOf(issue) }];
  });

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  if (issue.code === 'invalid_format') return `not-a-${issue.format}`.replaceAll('_', '-');
  return issue.code.replaceAll('_', '-');
}
