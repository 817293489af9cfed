import { startsByDate } from './by-date.ts';
import { and, andNot, everything, has, nextSet, nothing, or, setBits } from './mask.ts';
import { otherwise, withOthers } from './otherwise.ts';
import { Placing } from './placing.ts';
import type { Blocked, Mask, Question } from './question.ts';
import { subsets } from './subsets.ts';
import { type Table, tabulateInFull } from './table.ts';

/** A set of conditions, and the starts that they alone prevent. */
interface Found {
  readonly codes: readonly string[];
  readonly prevents: Mask;
}

/** Why nothing is free: the smallest sets that would have to give way, and who else could be asked. */
export function whyNone(question: Question): Blocked {
  const table = tabulateInFull(question, () => question.allowed);
  return {
    blockers: smallestSets(table).map(({ codes, prevents }) => ({
      codes,
      prevents: startsByDate(question, prevents),
      ...withOthers(question, codes),
    })),
    otherwise: otherwise(question),
  };
}

/**
 * A start becomes possible when all conditions give way that it fails, and as many roles more as
 * the matching lacks people. So the smallest sets are those of the starts that fail least; starts
 * are looked at in the order of how many conditions they fail, and no further than need be.
 */
function smallestSets(table: Table): readonly Found[] {
  const placing = new Placing(table);
  let least = Number.POSITIVE_INFINITY;
  let sets = new Map<string, Found>();
  for (const [failed, starts] of byFailures(table).entries()) {
    if (failed > least) break;
    for (let bit = nextSet(starts, 0); bit >= 0; bit = nextSet(starts, bit + 1)) {
      const found = enoughWithout(table, placing, bit, least);
      const [first] = found;
      if (!first) continue;
      if (first.length < least) [least, sets] = [first.length, new Map()];
      for (const codes of found) note(table, sets, codes, bit);
    }
  }
  return [...sets.values()];
}

/** Starts by how many conditions they fail. Of the first j + 1 levels, level j is new. */
function byFailures({ question, conditions }: Table): readonly Mask[] {
  const all = everything(question.horizon);
  /** At index j: starts that fail at most j of the conditions seen so far. */
  const atMost = [all, ...conditions.map(() => all.slice())];
  for (const { starts } of conditions)
    for (let j = atMost.length - 1; j >= 0; j--) {
      const [level, below] = [atMost[j], atMost[j - 1]];
      if (!level) continue;
      and(level, starts);
      if (below) or(level, below);
    }
  return atMost.map((level, j) => {
    const exactly = level.slice();
    const below = atMost[j - 1];
    if (below) andNot(exactly, below);
    return exactly;
  });
}

/** All smallest sets, of at most so many, without which the start is possible. */
function enoughWithout(
  { conditions, places }: Table,
  placing: Placing,
  bit: number,
  most: number,
): readonly (readonly string[])[] {
  const failed = conditions.filter(({ starts }) => !has(starts, bit)).map(({ code }) => code);
  const required = places.filter(({ role }) => role.required).map(({ role }) => role.role);
  const others = [...new Set(required)].filter((role) => !failed.includes(role));
  for (let more = 0; failed.length + more <= most && more <= others.length; more++) {
    const enough = subsets(others, more)
      .map((roles) => [...failed, ...roles])
      .filter((codes) => {
        placing.without(new Set(codes));
        return placing.fill(bit);
      });
    if (enough.length > 0) return enough;
  }
  return [];
}

function note(
  { question, conditions }: Table,
  sets: Map<string, Found>,
  codes: readonly string[],
  bit: number,
): void {
  const inOrder = conditions.map(({ code }) => code).filter((code) => codes.includes(code));
  const key = inOrder.join(' ');
  const known = sets.get(key) ?? { codes: inOrder, prevents: nothing(question.horizon) };
  setBits(known.prevents, bit, bit + 1);
  sets.set(key, known);
}
