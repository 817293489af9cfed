import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Source tags that stand anywhere in a part of the pack. */
const tagsIn = (part: unknown): ReadonlySet<string> =>
  new Set([...JSON.stringify(part).matchAll(/"source":"(S\d+)"/g)].flatMap(([, tag]) => tag ?? []));

/** A source tag that nobody can look up is no source. */
export const checkSources = (pack: Pack): readonly Problem[] =>
  Object.entries(pack).flatMap(([part, content]) =>
    [...tagsIn(content)]
      .filter((tag) => !Object.hasOwn(pack.sources, tag))
      .map((tag) => problem('sources.json', tag, `is missing; ${part} names it`)),
  );
