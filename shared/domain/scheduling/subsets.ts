/** All choices of so many of them, each in their order. */
export function subsets<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, i) =>
    subsets(of.slice(i + 1), size - 1).map((others) => [first, ...others]),
  );
}
