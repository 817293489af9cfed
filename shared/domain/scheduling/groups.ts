import type { Pair } from './question.ts';
import type { Place, Table } from './table.ts';

/** Places that depend on one another: somebody could fill two of them, or a pair binds them. */
export interface Group {
  /** Their numbers in the table. */
  readonly places: readonly number[];
  /** Those of them that a pair binds to another. */
  readonly paired: readonly number[];
  /** Persons and things that can fill one of them, by their numbers. */
  readonly ones: readonly number[];
}

type Asked = Pick<Table, 'places' | 'question'>;

/** Parts the places into groups that can be filled each for itself. */
export function groupsOf({ places, question: { pairs } }: Asked): readonly Group[] {
  const group = places.map((_, i) => i);
  for (const [i, place] of places.entries())
    for (let k = 0; k < i; k++)
      if (depend(place, places[k], pairs)) {
        const [old, now] = [group[i], group[k]];
        for (const [member, its] of group.entries())
          if (its === old && now !== undefined) group[member] = now;
      }
  return [...Map.groupBy(places.keys(), (i) => group[i]).values()].map((members) => ({
    places: members,
    paired: members.filter((i) => members.some((k) => bound(places[i], places[k], pairs))),
    ones: [...new Set(members.flatMap((i) => places[i]?.ways.map(({ one }) => one) ?? []))],
  }));
}

function depend(a: Place, b: Place | undefined, pairs: readonly Pair[]): boolean {
  const ones = new Set(a.ways.map(({ one }) => one));
  return b?.ways.some(({ one }) => ones.has(one)) === true || bound(a, b, pairs);
}

const bound = (a: Place | undefined, b: Place | undefined, pairs: readonly Pair[]): boolean =>
  pairs.some(({ roles: [one, other] }) => isOf(a, one, b, other) || isOf(a, other, b, one));

const isOf = (a: Place | undefined, one: string, b: Place | undefined, other: string): boolean =>
  a?.role.role === one && b?.role.role === other;

/** 1 at way × ways of the other + other way, where the two may stand side by side. */
export type Bond = Uint8Array;

/** For two places, which of their ways go together; absent where no pair binds them. */
export function bondOf(a: Place, b: Place, pairs: readonly Pair[]): Bond | undefined {
  const binding = pairs.filter((pair) => bound(a, b, [pair]));
  if (binding.length === 0) return undefined;
  const goes = (one: string, other: string): boolean =>
    binding.every(({ roles, together }) =>
      together.some(([first, second]) =>
        roles[0] === a.role.role
          ? first === one && second === other
          : first === other && second === one,
      ),
    );
  return Uint8Array.from(
    a.ways.flatMap(({ candidate: one }) =>
      b.ways.map(({ candidate: other }) => (goes(one.id, other.id) ? 1 : 0)),
    ),
  );
}
