import { expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case/case.ts';
import { calendars } from '../../shared/store/calendars.ts';
import { readSearch } from '../../shared/store/searches.ts';
import { aCase, aReferral, georgiaAt, later } from '../build.ts';
import { aHouse, aSearch, aVisit, MORNING, theStaff } from '../finding.ts';

const items = [...Object.values(theStaff()), ...aHouse()].map((one) => ({
  ...one,
  pk: '',
  sk: '',
}));

/** Answers with all resources, and counts what is read of calendars. */
function reads() {
  const keys: number[] = [];
  const table = {
    page: async () => ({ items: items.map(({ id }) => ({ id })) }),
    getAll: async (wanted: readonly { sk: string }[]) => {
      if (wanted.every(({ sk }) => sk === 'STATE')) return items;
      keys.push(wanted.length);
      return [];
    },
  };
  return { keys, calendars: calendars(table) };
}

it('reads what is taken of all people, rooms and zones at once', async () => {
  const { keys, calendars: read } = reads();
  const opened: Case = aCase();
  const referral = aReferral();
  const none = async () => [];
  const sought = await readSearch(
    {
      calendars: read,
      records: {
        case: async () => opened,
        referral: async () => referral,
        referralsOf: async () => [referral.id],
        parts: none,
      },
      sealing: { forHub: async () => ({}) },
      interviews: { bookingsOf: none, siblingsOf: none },
    },
    { interview: aVisit(), case: opened, family: [opened], tasks: [] },
    { ...aSearch(), to: later({ hours: 90 * 24 }, MORNING) },
    georgiaAt(),
  );
  expect(sought.resources.length).toBeGreaterThan(8);
  expect(keys).toHaveLength(1);
  expect(keys[0]).toBeLessThan(100);
});
