/** Measures the parts of a start, also those that overlap. */
export interface Phases {
  <T>(name: string, work: Promise<T>): Promise<T>;
  /** Milliseconds by name; `ready` counts from the beginning. */
  readonly measured: Readonly<Record<string, number>>;
  ready(): void;
}

export function phases(): Phases {
  const begun = performance.now();
  const measured: Record<string, number> = {};
  const note = (name: string, since: number) => {
    measured[name] = Math.round(performance.now() - since);
  };
  async function phase<T>(name: string, work: Promise<T>): Promise<T> {
    const since = performance.now();
    try {
      return await work;
    } finally {
      note(name, since);
    }
  }
  return Object.assign(phase, { measured, ready: () => note('ready', begun) });
}
