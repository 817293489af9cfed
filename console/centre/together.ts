interface Movement {
  readonly at: string;
  readonly way: 'arrives' | 'leaves';
  readonly visit: string;
}

/** Those of one visit who come or go at the same time. */
export function together<T extends Movement>(movements: readonly T[]) {
  const groups = Map.groupBy(movements, ({ at, way, visit }) => `${at} ${way} ${visit}`);
  return [...groups].flatMap(([key, parties]) => {
    const [first] = parties;
    return first ? [{ key, at: first.at, way: first.way, visit: first.visit, parties }] : [];
  });
}
