import type { Item, Key } from './write.ts';

const placeOf = ({ pk, sk }: Pick<Key, 'pk' | 'sk'>): string => `${pk}\n${sk}`;

/** Single items asked for within one turn of the event loop are read at once, after all have asked. */
export function gathered(read: (keys: readonly Key[]) => Promise<readonly Item[]>) {
  let waiting: ReturnType<typeof begin> | undefined;
  const begin = () => {
    const keys = new Map<string, Key>();
    const found = new Promise((turn) => setImmediate(turn)).then(async () => {
      waiting = undefined;
      const items = await read([...keys.values()]);
      return new Map(items.map((item) => [placeOf(item as Item & Key), item]));
    });
    return { keys, found };
  };
  return async (key: Key): Promise<Item | undefined> => {
    waiting ??= begin();
    const { keys, found } = waiting;
    keys.set(placeOf(key), key);
    return (await found).get(placeOf(key));
  };
}
