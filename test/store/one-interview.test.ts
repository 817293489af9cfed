import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalTable, localTable } from '../bookings/local-table.ts';
import { openings, standing } from '../guard/openings.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
});
afterAll(() => local?.stop());

/** `npm run soak` opens ten times as many. */
const COUNT = 100;

describe('a hundred openings and holds for one child from three agencies', () => {
  it('in two records with one personal number: exactly one stands', async () => {
    const { a, b, hash, stood } = await openings(local, { count: COUNT, joining: false });
    const found = standing(await local.rows(), [a, b]);
    expect(stood).toHaveLength(1);
    expect(found.visits).toHaveLength(1);
    expect(found.guards.map(({ pk }) => pk).toSorted()).toEqual(
      [`CHILD#${found.visits[0]?.child}`, `PERSON#${hash}`].toSorted(),
    );
    expect(new Set(found.guards.map(({ interview }) => interview))).toEqual(
      new Set([found.visits[0]?.id]),
    );
    expect(found.holders).toEqual([stood[0]?.held]);
  });

  it('in two records that are joined meanwhile: exactly one is active, and it has the guard', async () => {
    const { a, b } = await openings(local, { count: COUNT, joining: true });
    const { active, guards, visits } = standing(await local.rows(), [a, b]);
    expect(active).toHaveLength(1);
    expect(visits.length).toBeLessThanOrEqual(2);
    expect(guards.map(({ pk, interview }) => [pk, interview])).toEqual([
      [`CHILD#${a.id}`, active[0]?.id],
    ]);
  });
});
