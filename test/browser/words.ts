import { globSync, readFileSync } from 'node:fs';
import type { Lang } from '../../shared/domain/labels.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** Everything the console says, as its own files have it: those of all pages, and each area's. */
export const words = (lang: Lang) =>
  Object.assign({}, ...globSync(`console/*/${lang}.json`).map((path) => read(path)));

const { lists } = read('shared/policy/ge/code-lists.json') as {
  lists: Record<string, Record<string, Record<Lang, string>>>;
};

/** What a code is called. */
export function label(lang: Lang, list: string, code: string): string {
  const found = lists[list]?.[code]?.[lang];
  if (!found) throw new Error(`${list} has no ${code}`);
  return found;
}
