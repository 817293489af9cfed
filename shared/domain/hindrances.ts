import type * as z from 'zod';
import type { Hindrance } from './refusal.ts';

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
  if (issue.code !== 'invalid_format') return issue.code.replaceAll('_', '-');
  return issue.format === 'regex' ? 'malformed' : `not-a-${issue.format}`.replaceAll('_', '-');
}
