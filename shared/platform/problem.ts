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
  const errors = hindrances.length > 0 ? { errors: hindrances.map(inWords(lang)) } : {};
  return { status, body: { ...head, instance: `urn:ertad:request:${instance}`, ...errors } };
}

const inWords =
  (lang: Lang) =>
  ({ pointer, code, says }: Hindrance) => ({
    pointer,
    code,
    ...(says && { label: says.label[lang], instead: says.instead[lang] }),
  });
