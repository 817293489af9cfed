import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What leaves the hub, found in its files: where a text of a person could get out. */
const ROOT = resolve(import.meta.dirname, '../..');

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Comments may speak of anything; lines keep their numbers. */
const bare = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, (all) => all.replaceAll(/[^\n]/g, ' '));

export const sourcesIn = (...folders: string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .map((path) => ({ path, text: bare(readFileSync(join(ROOT, path), 'utf8')) })),
  );

interface Found {
  readonly path: string;
  readonly line: number;
  /** What stands between the parentheses. */
  readonly inside: string;
}

/** Calls whose beginning a pattern finds, up to the parenthesis that closes them. */
export function callsOf(sources: readonly Source[], pattern: RegExp): Found[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(({ index, 0: begun }) => {
      const from = index + begun.length;
      let depth = 1;
      let end = from;
      for (; end < text.length && depth > 0; end += 1) {
        if ('([{'.includes(text[end] ?? '')) depth += 1;
        if (')]}'.includes(text[end] ?? '')) depth -= 1;
      }
      const line = text.slice(0, index).split('\n').length;
      return {
        path,
        line,
        inside: text
          .slice(from, end - 1)
          .replaceAll(/\s+/g, ' ')
          .trim(),
      };
    }),
  );
}

export const places = (found: readonly Found[]): string[] =>
  found.map(({ path, line, inside }) => `${path}:${line} ${inside}`);

/** A file with all that it imports of its own folder, and what that imports of it in turn. */
export function together(path: string, sources: readonly Source[]): string {
  const folder = dirname(path);
  const own = new Map(
    sources.filter((one) => one.path.startsWith(`${folder}/`)).map((one) => [one.path, one.text]),
  );
  const seen = new Set<string>();
  const visit = (one: string): void => {
    const text = own.get(one);
    if (seen.has(one) || text === undefined) return;
    seen.add(one);
    for (const [, name = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
      visit(relative(ROOT, resolve(ROOT, dirname(one), name)));
    }
  };
  visit(path);
  return [...seen].map((one) => own.get(one)).join('\n');
}

export interface UseCase {
  readonly name: string;
  readonly path: string;
}

/** The use cases that a function’s handler joins with endpoints whose callers are known. */
export function useCasesOf(folder: string, sources: readonly Source[]): UseCase[] {
  const text = sources.find(({ path }) => path === `functions/${folder}/handler.ts`)?.text ?? '';
  const joined = callsOf([{ path: folder, text }], /\b(?:on|signed)\(/g);
  return joined.map(({ inside }) => {
    const name = /,\s*(\w+)\([^,]*,?$/.exec(inside)?.[1] ?? '';
    const file = new RegExp(
      `import \\{[^}]*\\b${name}\\b[^}]*\\} from '(\\./[^']+|\\.\\./(?!\\.\\./shared/contract)[^']+)'`,
    ).exec(text)?.[1];
    return { name, path: file ? relative(ROOT, resolve(ROOT, 'functions', folder, file)) : '' };
  });
}

type Schema = Readonly<Record<string, unknown>>;

/** Places of a schema at which any words could stand: a string that nothing bounds but its length. */
export function freeTexts(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties = {}, items, additionalProperties, ...own } = schema as Schema;
  const bounded = own.enum ?? own.const ?? own.pattern ?? own.format;
  const open = type === 'string' && bounded === undefined ? [at] : [];
  const branches = [own.anyOf, own.oneOf, own.allOf].flatMap((some) => (some as Schema[]) ?? []);
  return [
    ...open,
    ...branches.flatMap((one) => freeTexts(one, at)),
    ...Object.entries(properties as Schema).flatMap(([name, one]) =>
      freeTexts(one, `${at}/${name}`),
    ),
    ...freeTexts(items, `${at}/*`),
    ...freeTexts(additionalProperties, `${at}/*`),
  ];
}
