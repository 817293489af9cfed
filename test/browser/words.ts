import { readFileSync } from 'node:fs';
import type { Lang } from '../../shared/domain/labels.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** What the console says, as its own file has it. */
export const words = (lang: Lang) => read(`console/words/${lang}.json`);

const { lists } = read('shared/policy/ge/code-lists.json') as {
  lists: Record<string, Record<string, Record<Lang, string>>>;
};

/** What a code is called. */
export function label(lang: Lang, list: string, code: string): string {
  const found = lists[list]?.[code]?.[lang];
  if (!found) throw new Error(`${list} has no ${code}`);
  return found;
}
