import type * as z from 'zod';
import type { Hindrance } from './refusal.ts';

type Issue = z.core.$ZodIssue;

/** Long enough for any field there is; a pointer is no place to send a text back. */
const KEY_MOST = 80;

const escaped = (part: PropertyKey): string =>
  String(part).slice(0, KEY_MOST).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

/** zod's findings as pointers and codes; the values stay behind. */
export const hindrancesOf = ({ issues }: Pick<z.ZodError, 'issues'>): Hindrance[] =>
  issues.flatMap((issue) => named(issue, ''));

function named(issue: Issue, before: string): Hindrance[] {
  const at = `${before}${issue.path.map((part) => `/${escaped(part)}`).join('')}`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${at}/${escaped(key)}`, code: 'unknown-key' }));
  }
  const meant = issue.code === 'invalid_union' ? meantForm(issue.errors) : undefined;
  return meant?.flatMap((inner) => named(inner, at)) ?? [{ pointer: at, code: codeOf(issue) }];
}

/** Of several forms the one that was meant: right as a whole, and wrong in the fewest fields. */
const meantForm = (forms: readonly Issue[][]): Issue[] | undefined =>
  forms
    .filter((issues) =>
      issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
    )
    .filter((issues) => issues.length > 0)
    .toSorted((a, b) => a.length - b.length)[0];

function codeOf(issue: Issue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  if (issue.code !== 'invalid_format') return issue.code.replaceAll('_', '-');
  return issue.format === 'regex' ? 'malformed' : `not-a-${issue.format}`.replaceAll('_', '-');
}
