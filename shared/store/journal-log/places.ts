import type { EventId } from '../../domain/ids.ts';
import type { Subject } from '../../domain/journal/event.ts';
import type { Entry } from '../../domain/journal-log/entry.ts';
import { partitionOf } from '../keys.ts';
import type { Table } from '../table.ts';
import type { Item, Key } from '../write.ts';
import { entryOf } from './entry.ts';
import { leafKey } from './keys.ts';
import type { LogProofs, Placed } from './nodes.ts';

/** An entry by its place: what it says, where it still stands, and by which salt its key is found. */
export interface Found extends Placed {
  readonly salt: Uint8Array | undefined;
  readonly entry: Entry | undefined;
}

const placeOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const byPlace = (items: readonly Item[]) =>
  new Map(items.map((item) => [placeOf(item as unknown as Key), item]));

/** Where entries stand in the log, and which entries stand at a place. */
export const logPlaces = (
  table: Pick<Table, 'get' | 'getAll' | 'startingWith'>,
  proofs: Pick<LogProofs, 'placed'>,
) => ({
  /** Nothing as long as the event has no leaf. */
  async ofEvent(subject: Subject, event: EventId): Promise<Placed | undefined> {
    const events = await table.startingWith(partitionOf(subject), 'EVENT#');
    const item = events.find(({ id }) => id === event);
    const mark = item && (await table.get(leafKey(item as unknown as Key)));
    if (!mark) return undefined;
    const [placed] = await proofs.placed(Number(mark.index));
    return placed;
  },

  /** Entries from a place on, at most those up to the end of its 256. */
  async entries(from: number, to: number): Promise<Found[]> {
    const placed = (await proofs.placed(from)).filter(({ index }) => index < to);
    const [items, marks] = await Promise.all([
      table.getAll(placed.map(({ of }) => of)),
      table.getAll(placed.map(({ of }) => leafKey(of))),
    ]);
    const [entryAt, markAt] = [byPlace(items), byPlace(marks)];
    return placed.map((one) => {
      const item = entryAt.get(placeOf(one.of));
      const salt = markAt.get(placeOf(leafKey(one.of)))?.salt;
      return {
        ...one,
        entry: item && entryOf(item),
        salt: salt instanceof Uint8Array ? salt : undefined,
      };
    });
  },
});
export type LogPlaces = ReturnType<typeof logPlaces>;
