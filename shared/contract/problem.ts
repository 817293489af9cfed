import * as z from 'zod';
import type { RefusalKind } from '../domain/refusal-kinds.ts';

/** One URI per refusal; it names the rule and never changes. */
export const problemType = (code: string): string => `https://ertad.ge/problems/${code}`;

export const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  missing: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'precondition-absent': 428,
  'too-often': 429,
};

/** The body of every answer that is not 2xx (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z
    .array(
      z.object({
        pointer: z.string(),
        code: z.string(),
        label: z.string().optional(),
        instead: z.string().optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What is said when the hub itself is at fault. */
export const fault = {
  title: { ka: 'სისტემაში შეცდომა მოხდა', en: 'Something went wrong in the hub' },
  instead: {
    ka: 'გაიმეორეთ იგივე გასაღებით. თუ ბავშვს საფრთხე ემუქრება, დარეკეთ 112-ზე.',
    en: 'Repeat the call with the same key. If a child is in danger, call 112.',
  },
};
