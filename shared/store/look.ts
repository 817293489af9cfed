import { gathered } from './gathered.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

/** What records are read with. */
export type Reads = Pick<Table, 'get' | 'getAll' | 'startingWith' | 'from'>;

/** Where a record stands in its partition; what stands behind it are a few parts, made by people. */
const STATE = 'STATE';
const LINKS = 'LINK#';

/**
 * What is read for one answer: nothing twice, single items together, and of the record looked at
 * itself, its links and the parts behind it at once. Each was so while the answer was made, though
 * not all at one instant. So this is for showing: whoever decides reads the record before what hangs
 * on it, or would not notice what came in between.
 */
export function lookAt(table: Reads, pk: string): Reads {
  const sheet = once(async () => {
    const [links, rest] = await Promise.all([
      table.startingWith(pk, LINKS),
      table.from({ pk, sk: STATE }),
    ]);
    return [...links, ...rest];
  });
  const isInSheet = (key: Key): boolean =>
    key.pk === pk && (key.sk.startsWith(LINKS) || key.sk >= STATE);

  const together = gathered((keys) => table.getAll(keys));
  const single = remembered((key) => together(key));
  const stretch = remembered(({ pk: of, sk }) => table.startingWith(of, sk));

  const get = async (key: Key): Promise<Item | undefined> =>
    isInSheet(key) ? (await sheet()).find(({ sk }) => sk === key.sk) : single(key);

  return {
    get,
    async getAll(keys, only) {
      if (only) return table.getAll(keys, only);
      const items = await Promise.all(keys.map(get));
      return items.filter((item) => item !== undefined);
    },
    async startingWith(of, prefix) {
      const key = { pk: of, sk: prefix };
      if (!isInSheet(key)) return stretch(key);
      return (await sheet()).filter(({ sk }) => String(sk).startsWith(prefix));
    },
    from: (key) => table.from(key),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= read();
    return found;
  };
}

function remembered<T>(read: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const place = `${key.pk}\n${key.sk}`;
    const found = known.get(place) ?? read(key);
    known.set(place, found);
    return found;
  };
}
