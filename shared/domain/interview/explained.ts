import * as z from 'zod';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import { Code } from '../text.ts';

/** What a reason of a plan is about. */
export const About = z.enum(['deadline', 'length', 'medical', 'site', 'consent', 'language']);

/** One line of "why so": stored as it was computed, put into words when it is read. */
export const Explained = z.object({
  about: About,
  code: Code,
  values: z.record(z.string(), z.number()).optional(),
});
export type Explained = z.infer<typeof Explained>;

/** The lists in which the reasons of a plan have their words. */
const LISTS: readonly CodeListName[] = [
  'planReasons',
  'tierFacts',
  'medicalWindows',
  'shieldRules',
  'consentVoids',
  'grounds',
];

/** Whether the pack can say a reason. */
export const hasWords = (code: string, edition: Pick<Edition, 'has'>): boolean =>
  LISTS.some((list) => edition.has(list, code));

/** A reason in words; its values stand where the pack's sentence names them. */
export function inWords(
  { code, values = {} }: Pick<Explained, 'code' | 'values'>,
  lang: Lang,
  edition: Edition,
): string {
  const list = LISTS.find((one) => edition.has(one, code));
  const sentence = list ? edition.label(list, code, lang) : code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '?'));
}
