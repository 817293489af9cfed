import type { Table } from '../../shared/store/table.ts';

/** The machine went away: nobody learns what became of the call. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Where somebody dies: at the n-th call of the store, before it was done or after. */
export interface Death {
  readonly call: number;
  readonly done: boolean;
}

const CALLS = [
  'get',
  'getAll',
  'startingWith',
  'from',
  'page',
  'update',
  'add',
  'transact',
] as const;

/** A table whose user dies at one of its calls. */
export function crashing(table: Table, { call: last, done }: Death): Table {
  let calls = 0;
  const mortal = (name: (typeof CALLS)[number]) => ({
    [name]: async (...args: readonly unknown[]) => {
      calls += 1;
      if (calls > last) throw new Crash();
      const call = table[name] as (...given: readonly unknown[]) => Promise<unknown>;
      if (calls < last) return call(...args);
      if (done) await call(...args);
      throw new Crash();
    },
  });
  return { ...table, ...Object.assign({}, ...CALLS.map(mortal)) } as Table;
}
