/** Those of the fields that are still empty: nothing written, chosen or ticked. */
export const emptyOf = <T extends object>(draft: T, ...names: (keyof T)[]): (keyof T)[] =>
  names.filter((name) => {
    const value = draft[name];
    if (Array.isArray(value)) return value.length === 0;
    return typeof value === 'string' ? value.trim() === '' : value === undefined;
  });
