import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Every `source` below a value, with the place where it stands. */
function* sourcesIn(value: unknown, path: readonly string[]): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === 'source' && typeof each === 'string') yield [each, path.join('.')];
    else yield* sourcesIn(each, [...path, key]);
  }
}

/** A source tag that nobody can look up is no source. */
export const checkSources = (pack: Pack): readonly Problem[] =>
  [...sourcesIn(pack, [])]
    .filter(([tag]) => !Object.hasOwn(pack.sources, tag))
    .map(([tag, path]) => problem('sources.json', tag, `is missing; ${path} names it`));
