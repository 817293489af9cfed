import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, type Look, rulesOf, sittings } from '../../console/looks/sittings.ts';
import { AgencyId } from '../../shared/domain/ids.ts';

const POLICE = AgencyId.parse('police-imereti');
const LEAD = AgencyId.parse('agency-imereti');

const why = (rule: string) => ({
  ...{ rule, says: rule, basis: [] },
  purpose: { code: 'protection', label: 'Protection' },
});
const look = (minute: number, over: Partial<Look> = {}): Look => ({
  ...{ at: new Date(Date.UTC(2026, 10, 23, 12) + minute * 60_000).toISOString() },
  ...{ verb: 'access', action: 'case.read', account: 'giorgi', agency: POLICE, groups: [] },
  ...over,
});
const told = (looks: readonly Look[]) =>
  sittings(looks).map((one) => [one.looks[0].account, one.looks.length]);

describe('who looked', () => {
  it('is one sitting as long as the same account goes on', () => {
    const [one, ...rest] = sittings([look(20), look(10), look(0)]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ from: look(0).at, until: look(20).at });
    expect(one?.looks).toHaveLength(3);
  });

  it('is another one a quarter of an hour later', () => {
    expect(told([look(31), look(15), look(0)])).toEqual([
      ['giorgi', 1],
      ['giorgi', 2],
    ]);
  });

  it('is each account for itself, also where two look at the same time', () => {
    const other = { account: 'nino', agency: LEAD };
    expect(told([look(3), look(2, other), look(1), look(0, other)])).toEqual([
      ['giorgi', 2],
      ['nino', 2],
    ]);
  });

  it('never hides a look in need or a handing over among others', () => {
    const looks = [
      look(3),
      look(2, { ticket: 'TICKET#1' }),
      look(1, { verb: 'disclose' }),
      look(0),
    ];
    expect(sittings(looks).map((one) => one.looks.length)).toEqual([2, 1, 1]);
  });

  it('says what was shown in all of it, and every rule, once each', () => {
    const [one] = sittings([
      look(2, { groups: ['identity', 'family'], why: why('lead') }),
      look(1, { groups: ['identity', 'medical'], why: why('lead') }),
      look(0, { why: why('joined') }),
    ]);
    expect(one && groupsOf(one)).toEqual(['identity', 'family', 'medical']);
    expect(one && rulesOf(one).map(({ rule }) => rule)).toEqual(['lead', 'joined']);
  });

  it('leaves out nothing, adds nothing, and no two lines have the same key', () => {
    const looked = fc.record({
      minute: fc.nat(400),
      account: fc.constantFrom('giorgi', 'nino', undefined),
      verb: fc.constantFrom('access' as const, 'disclose' as const),
    });
    fc.assert(
      fc.property(fc.array(looked, { maxLength: 40 }), (all) => {
        const looks = all
          .toSorted((a, b) => b.minute - a.minute)
          .map(({ minute, ...over }) => look(minute, over as Partial<Look>));
        const found = sittings(looks);
        const shown = found.flatMap((one) => one.looks);
        expect(new Set(shown)).toEqual(new Set(looks));
        expect(shown).toHaveLength(looks.length);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        for (const { looks: own } of found) {
          expect(new Set(own.map(({ account, verb }) => `${account} ${verb}`)).size).toBe(1);
        }
      }),
    );
  });
});
