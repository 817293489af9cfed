import type { Pair } from './question.ts';
import type { Table } from './table.ts';
import type { Ways } from './ways.ts';

/** Places that depend on one another: somebody could fill two of them, or a pair binds them. */
export interface Group {
  /** Their numbers in the table. */
  readonly places: readonly number[];
  /** Those of them that a pair binds to another. */
  readonly paired: readonly number[];
}

type Asked = Pick<Table, 'places' | 'question'>;

/** Parts the places into groups that can be filled each for itself. */
export function groupsOf({ places, question: { pairs } }: Asked): readonly Group[] {
  const group = places.map((_, i) => i);
  const join = (one: number, other: number): void => {
    const [old, now] = [group[one], group[other]];
    for (const [member, its] of group.entries())
      if (its === old && now !== undefined) group[member] = now;
  };
  const placeOf = new Map<number, number>();
  for (const [i, { ones }] of places.entries()) {
    for (const one of ones) {
      const other = placeOf.get(one);
      if (other !== undefined && group[other] !== group[i]) join(i, other);
      placeOf.set(one, i);
    }
    for (let k = 0; k < i; k++) if (bound(places[i], places[k], pairs)) join(i, k);
  }
  return [...Map.groupBy(places.keys(), (i) => group[i]).values()].map((members) => ({
    places: members,
    paired: members.filter((i) => members.some((k) => bound(places[i], places[k], pairs))),
  }));
}

const bound = (a: Ways | undefined, b: Ways | undefined, pairs: readonly Pair[]): boolean =>
  pairs.some(({ roles: [one, other] }) => isOf(a, one, b, other) || isOf(a, other, b, one));

const isOf = (a: Ways | undefined, one: string, b: Ways | undefined, other: string): boolean =>
  a?.role.role === one && b?.role.role === other;

/** 1 at way × ways of the other + other way, where the two may stand side by side. */
export type Bond = Uint8Array;

/** For two places, which of their ways go together; absent where no pair binds them. */
export function bondOf(a: Ways, b: Ways, pairs: readonly Pair[]): Bond | undefined {
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
    a.candidates.flatMap((one) => b.candidates.map((other) => (goes(one.id, other.id) ? 1 : 0))),
  );
}
