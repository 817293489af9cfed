/** The part of a call's time in which it waits for the table. */
type Call = (...given: never[]) => Promise<unknown>;

/**
 * Watches how calls follow each other: whatever is asked for before an answer has come goes out
 * together, as one wave, and is answered together. Counts what went out in each.
 */
export function waves() {
  const out: string[][] = [];
  let waiting: (() => void)[] = [];

  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  const turn = (name: string): Promise<void> =>
    new Promise((go) => {
      if (waiting.length === 0) {
        out.push([]);
        // Whoever gathers what one turn asks for has asked by then.
        setTimeout(flush, 5);
      }
      out.at(-1)?.push(name);
      waiting.push(go);
    });

  return {
    out,
    watched: <T extends object>(target: T, names: readonly (keyof T & string)[]): T => {
      const calls = names.map((name) => {
        const watching = async (...given: never[]) => {
          await turn(name);
          return (target[name] as Call)(...given);
        };
        return [name, watching] as const;
      });
      return { ...target, ...Object.fromEntries(calls) };
    },
  };
}
