import { describe, expect, it } from 'vitest';
import { checkRoster, publishRoster } from '../../../shared/domain/duty/publish.ts';
import type { Roster, Shift } from '../../../shared/domain/duty/roster.ts';
import {
  aFileId,
  anEventId,
  aSealed,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
  refusalOf,
} from '../../build.ts';

const edition = georgiaAt();
const in_ = (hours: number): string => later({ hours });
const shift = (from: number, to: number, person = 0): Shift => ({
  from: in_(from),
  to: in_(to),
  person,
});

describe('a roster', () => {
  const checking =
    (...shifts: Shift[]) =>
    () =>
      checkRoster({ shifts, people: 2, at: NOW }, edition);

  it.each<[string, Shift[]]>([
    ['with a shift that runs already', [shift(-3, 5)]],
    ['with two people at once', [shift(0, 5, 0), shift(0, 5, 1)]],
    ['with one person twice, one after the other', [shift(0, 5), shift(5, 9)]],
    ['with a shift as long as the pack allows', [shift(0, 168)]],
  ])('is taken %s', (_, shifts) => {
    expect(checking(...shifts)).not.toThrow();
  });

  it.each<[string, Shift[], string, string]>([
    ['ends before it begins', [shift(5, 3)], '/shifts/0/to', 'ends-before-it-begins'],
    ['is empty', [shift(5, 5)], '/shifts/0/to', 'ends-before-it-begins'],
    ['lies wholly in the past', [shift(-9, 0)], '/shifts/0/to', 'in-the-past'],
    ['is longer than anybody can stay awake', [shift(0, 169)], '/shifts/0/to', 'too-long'],
    ['names nobody', [shift(0, 5, 2)], '/shifts/0/person', 'unknown-person'],
    [
      'names one person twice at once',
      [shift(0, 5), shift(4, 9)],
      '/shifts/1/from',
      'person-twice-at-once',
    ],
  ])('is refused where a shift %s', (_, shifts, pointer, code) => {
    expect(refusalOf(checking(...shifts))).toEqual({
      code: 'roster-invalid',
      hindrances: [{ pointer, code }],
    });
  });

  it('may be sent again with what has passed of it meanwhile', () => {
    const shifts = [shift(-9, -1), shift(-1, 5)];
    const again = () => checkRoster({ shifts, people: 2, earlier: { shifts }, at: NOW }, edition);
    expect(again).not.toThrow();
    const other = () =>
      checkRoster({ shifts, people: 2, earlier: { shifts: [shift(-8, -1)] }, at: NOW }, edition);
    expect(refusalOf(other).hindrances).toHaveLength(1);
  });

  it('is refused naming every shift that is wrong', () => {
    expect(refusalOf(checking(shift(5, 3), shift(0, 5, 9))).hindrances).toHaveLength(2);
  });
});

describe('publishing', () => {
  const publishing = (shifts: Shift[], earlier?: Roster) =>
    publishRoster(
      {
        agency: LEAD,
        earlier,
        known: [],
        shifts,
        sealed: aSealed(),
        file: earlier?.file ?? aFileId(),
        at: NOW,
        by: { sub: 's', agency: LEAD },
        newEvent: anEventId,
      },
      edition,
    );

  it('makes the one roster of the agency, its shifts in order', () => {
    const { kept, events } = publishing([shift(50, 100), shift(-1, 50)]);
    expect(kept).toMatchObject([
      { what: 'roster', number: 1, version: 1, of: { kind: 'agency', id: LEAD } },
    ]);
    expect((kept[0] as Roster).shifts).toEqual([shift(-1, 50), shift(50, 100)]);
    expect(events).toMatchObject([{ type: 'duty.published', version: 1, to: [] }]);
  });

  it('replaces the one before, whole', () => {
    const [first] = publishing([shift(-1, 100)]).kept;
    const { kept } = publishing([shift(-1, 90)], first as Roster);
    expect(kept).toMatchObject([{ version: 2, number: 1, shifts: [shift(-1, 90)] }]);
  });

  it('tells a near gap in the same decision', () => {
    const { kept, events } = publishing([shift(-1, 20)]);
    expect(kept.map(({ what }) => what)).toEqual(['roster', 'duty-gap']);
    expect(events.map(({ type, to }) => [type, to])).toEqual([
      ['duty.published', []],
      ['duty.gap-found', [LEAD, NATIONAL]],
    ]);
  });
});
