import { localTable } from '../bookings/local-table.ts';
import { ordinaryHold } from '../bookings/ordinary.ts';
import { atMost, type Figure } from './figures.ts';

/** What holding an ordinary visit asks of the table: all of it in one go, nothing read before. */
export async function bookingFigures(): Promise<Figure[]> {
  const local = await localTable();
  try {
    const { items, reads, transactions, units } = await ordinaryHold(local);
    const detail = `${units} write units in all, in ${transactions} transaction`;
    return [
      atMost('items of one hold of an ordinary visit', { value: items, promised: 30 }, detail),
      atMost('reads before it', { value: reads, promised: 0 }),
    ];
  } finally {
    await local.stop();
  }
}
