import { describe, expect, it } from 'vitest';
import { apartOn } from '../../../shared/domain/booking/day-apart.ts';
import type { Claim } from '../../../shared/domain/booking/sheet.ts';
import { apartSheet } from '../../../shared/domain/finding/sheets.ts';
import { newInterviewId } from '../../../shared/domain/ids.ts';
import { aCaseId, counting } from '../../build.ts';

const bytes = counting(31_000);
const CHILDREN = [aCaseId(), aCaseId(), aCaseId()];
const child = (number: number) => CHILDREN[number - 1] ?? aCaseId();
const DAY = '2026-12-03';
const ZONES = ['centre-tbilisi.entrance', 'centre-tbilisi.corridor'];
const claim = (sheet: string, from: number, to: number, group?: string): Claim => ({
  ...{ sheet, day: DAY, from, to },
  ...(group && { group }),
});
/** A visit from one hour of the day to another, with what it takes. */
const visit = (number: number, [from, to]: [number, number], claims: readonly Claim[]) => ({
  interview: newInterviewId(bytes),
  child: child(number),
  start: `${DAY}T${String(from).padStart(2, '0')}:00:00Z`,
  end: `${DAY}T${String(to).padStart(2, '0')}:00:00Z`,
  claims: [...claims],
});
const told = (all: Parameters<typeof apartOn>[0]) =>
  apartOn(all, ZONES).map(({ must, kept }) => [must, kept]);
const [ENTRANCE = ''] = ZONES;

describe('two visits of one day', () => {
  it('of different families pass the house one after the other', () => {
    const one = visit(1, [6, 9], [claim(ENTRANCE, 40, 42)]);
    const other = visit(2, [7, 10], [claim(ENTRANCE, 44, 46)]);
    expect(told([one, other])).toEqual([['not-meet', true]]);
    const late = visit(3, [7, 10], [claim(ENTRANCE, 41, 43)]);
    expect(told([one, late])).toEqual([['not-meet', false]]);
  });

  it('at once are not kept apart where nothing says which way they go', () => {
    expect(told([visit(1, [6, 9], []), visit(2, [8, 10], [])])).toEqual([['not-meet', false]]);
    expect(told([visit(1, [6, 8], []), visit(2, [8, 10], [])])).toEqual([['not-meet', true]]);
  });

  it('of children who must never meet are not there together, whatever the zones', () => {
    const apart = claim(apartSheet(child(1), child(2)), 40, 52);
    const one = visit(1, [6, 9], [apart, claim(ENTRANCE, 40, 42)]);
    const other = (hours: [number, number]) => visit(2, hours, [claim(ENTRANCE, 44, 46)]);
    expect(told([one, other([8, 10])])).toEqual([['never-there-together', false]]);
    expect(told([one, other([9, 11])])).toEqual([['never-there-together', true]]);
    expect(told([one, visit(3, [12, 13], [])])).toEqual([['not-meet', true]]);
  });

  it('of one family may be there together', () => {
    const of = (number: number) => visit(number, [6, 9], [claim(ENTRANCE, 40, 42, 'family-1')]);
    expect(told([of(1), of(2)])).toEqual([]);
  });
});
