import { describe, expect, it } from 'vitest';
import {
  type DutyGap,
  gapsToday,
  lookForGaps,
  uncoveredNow,
} from '../../../shared/domain/duty/duty-gap.ts';
import type { Shift } from '../../../shared/domain/duty/roster.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import {
  aFileId,
  anEventId,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NATIONAL,
  NOW,
} from '../../build.ts';

const edition = georgiaAt();
const in_ = (hours: number): string => later({ hours });
const shift = (from: number, to: number): Shift => ({ from: in_(from), to: in_(to), person: 0 });

const looking = (shifts: Shift[] | undefined, known: readonly DutyGap[] = [], at = NOW) => ({
  agency: LEAD,
  roster: shifts && { shifts },
  known,
  at,
  by: { sub: 'clock' },
  file: aFileId(),
  newEvent: anEventId,
});
const look = (...args: Parameters<typeof looking>) => lookForGaps(looking(...args), edition);
const gapsIn = ({ kept }: Decision): DutyGap[] =>
  kept.filter((one): one is DutyGap => one.what === 'duty-gap');
/** The gaps as they stand after a decision. */
const standing = (known: readonly DutyGap[], decision: Decision): DutyGap[] => [
  ...new Map([...known, ...gapsIn(decision)].map((gap) => [gap.number, gap])).values(),
];

describe('a gap within the next three days', () => {
  it('is told to the agency and the national desk, by ids and codes alone', () => {
    const { kept, events } = look([shift(-1, 30), shift(34, 200)]);
    expect(kept).toMatchObject([
      { what: 'duty-gap', number: 1, version: 1, from: in_(30), to: in_(34), found: 'ahead' },
    ]);
    expect(kept).toMatchObject([{ watched: 'duty-gaps' }]);
    expect(events).toMatchObject([
      {
        type: 'duty.gap-found',
        subject: { kind: 'agency', id: LEAD },
        to: [LEAD, NATIONAL],
        deadline: in_(30),
        codes: { found: 'ahead' },
      },
    ]);
  });

  it('counts to the instant: at 72 hours it is not near yet, a moment before it is', () => {
    expect(look([shift(-1, 72)]).events).toEqual([]);
    expect(
      look([{ ...shift(-1, 72), to: later({ milliseconds: -1 }, in_(72)) }]).events,
    ).toHaveLength(1);
    expect(gapsToday({ shifts: [shift(-1, 72)] }, NOW, edition)).toEqual([]);
  });

  it('is all the time there is where an agency never published a roster', () => {
    expect(look(undefined).kept).toMatchObject([{ from: NOW, found: 'ahead' }]);
  });

  it('is no alarm of an agency that does not answer at any hour', () => {
    const agency = { ...looking(undefined), agency: MUNICIPALITY };
    expect(lookForGaps(agency, edition)).toEqual({ kept: [], events: [] });
    expect(edition.agency(MUNICIPALITY)?.duty).toBeUndefined();
  });

  it('is told once, however often one looks and however near it comes', () => {
    const shifts = [shift(-1, 30), shift(34, 200)];
    const known = gapsIn(look(shifts));
    for (const at of [NOW, in_(1), in_(29), in_(31)]) {
      expect(look(shifts, known, at)).toEqual({ kept: [], events: [] });
    }
    const never = gapsIn(look(undefined));
    expect(look(undefined, never, in_(50))).toEqual({ kept: [], events: [] });
  });

  it('is told anew where it grew', () => {
    const known = gapsIn(look([shift(-1, 30), shift(34, 200)]));
    const { kept } = look([shift(-1, 28), shift(34, 200)], known);
    expect(kept).toMatchObject([{ number: 2, from: in_(28), to: in_(34), found: 'ahead' }]);
  });

  it('leaves the list when a roster covers it, and when it is over', () => {
    const known = gapsIn(look([shift(-1, 30), shift(34, 200)]));
    const covered = look([shift(-1, 200)], known);
    expect(covered.events).toEqual([]);
    expect(covered.kept).toMatchObject([{ number: 1, version: 2, endedAt: NOW }]);
    expect(gapsIn(covered)[0]?.watched).toBeUndefined();
    const over = look([shift(-1, 30), shift(34, 200)], known, in_(34));
    expect(over.kept).toMatchObject([{ number: 1, endedAt: in_(34) }]);
  });

  it('after the end of a roster is told again when the roster was prolonged and ends anew', () => {
    const first = look([shift(-1, 30)]);
    let known = standing([], first);
    const prolonged = look([shift(-1, 300)], known, in_(1));
    expect(prolonged.events).toEqual([]);
    known = standing(known, prolonged);
    expect(look([shift(-1, 300)], known, in_(228)).events).toEqual([]);
    expect(look([shift(-1, 300)], known, in_(229)).kept).toMatchObject([
      { number: 2, from: in_(300), found: 'ahead' },
    ]);
  });

  it('of many, tells the first, and the rest at the next look', () => {
    const nights = Array.from({ length: 30 }, (_, i) => shift(i * 2, i * 2 + 1));
    const first = look(nights);
    expect(first.events).toHaveLength(10);
    const known = standing([], first);
    const second = look(nights, known);
    expect(gapsIn(second).map(({ number }) => number)).toEqual(
      Array.from({ length: 10 }, (_, i) => 11 + i),
    );
  });

  it('has a number of its own, so that two who find it at once exclude each other', () => {
    const { events } = look([shift(-1, 5), shift(6, 30)]);
    expect(events.map(({ version, clock }) => [version, clock])).toEqual([
      [1, 'duty-gap'],
      [2, 'duty-gap'],
    ]);
  });
});

describe('urgent work that meets nobody', () => {
  const uncovered = (...args: Parameters<typeof looking>) =>
    uncoveredNow(looking(...args), edition);

  it('is told at once, although the gap was told ahead', () => {
    const known = gapsIn(look(undefined));
    const { kept, events } = uncovered(undefined, known);
    expect(kept).toMatchObject([{ number: 2, found: 'now', from: NOW, watched: 'duty-gaps' }]);
    expect(events).toMatchObject([
      { type: 'duty.gap-found', urgency: 'urgent', to: [LEAD, NATIONAL], codes: { found: 'now' } },
    ]);
  });

  it('is told once for each gap, not for each task', () => {
    const known = gapsIn(uncovered([shift(5, 9)]));
    expect(uncovered([shift(5, 9)], known, in_(1))).toEqual({ kept: [], events: [] });
    expect(uncovered([shift(5, 9)], known, in_(10)).events).toHaveLength(1);
  });
});
