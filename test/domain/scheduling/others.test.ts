import { beforeAll, describe, expect, it, vi } from 'vitest';
import { nextSet } from '../../../shared/domain/scheduling/mask.ts';
import { tabulate } from '../../../shared/domain/scheduling/table.ts';
import { diaries, questionOf } from '../../bench/slots-diaries.ts';
import { bookingKit, byBookingKit, byIntervalTree } from '../../bench/slots-others.ts';

// Many cases, and a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** The short form of what the bench asserts before it takes times. */
describe('a search for a time that suits all', () => {
  let library: Awaited<ReturnType<typeof bookingKit>>;
  beforeAll(async () => {
    library = await bookingKit();
  });

  it.each([1, 2, 3])(
    'finds what an interval tree and a booking library find (%i)',
    async (seed) => {
      const given = diaries(seed, 3, 7, 24);
      const question = questionOf(given, 3, 6);
      const { open } = tabulate(question, () => question.allowed);
      const starts: number[] = [];
      for (let bit = nextSet(open, 0); bit >= 0; bit = nextSet(open, bit + 1))
        starts.push((given.horizon.from + bit) * 900_000);
      expect(starts.length).toBeGreaterThan(0);
      expect(byIntervalTree(given, 90)).toEqual(starts);
      expect(byBookingKit(library, given, 90)).toEqual(starts);
    },
  );
});
