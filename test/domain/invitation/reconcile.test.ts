import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newInterviewId, newResourceId } from '../../../shared/domain/ids.ts';
import { type Invitation, sequenceOf } from '../../../shared/domain/invitation/invitation.ts';
import { owesMail, reconcile, type Standing } from '../../../shared/domain/invitation/reconcile.ts';
import { agency, counting, NOW } from '../../build.ts';

const bytes = counting(7000);
const ZONE = 'Asia/Tbilisi';
const INTERVIEW = newInterviewId(bytes);
const RESOURCES = Array.from({ length: 4 }, () => newResourceId(bytes));
const [PROSECUTOR, ROOM, OTHER] = RESOURCES;

type State = Standing['state'];
interface Taken {
  readonly state: State;
  readonly day?: string;
  readonly from?: number;
  readonly resources?: readonly string[];
}

const aBooking = ({
  state,
  day = '2026-12-01',
  from = 44,
  resources = [String(PROSECUTOR)],
}: Taken): Standing => ({
  state,
  interview: INTERVIEW,
  purpose: 'visit',
  site: agency('centre-tbilisi'),
  claims: [
    ...resources.map((sheet) => ({ sheet, day, from, to: from + 4, role: 'prosecutor' })),
    { sheet: 'centre-tbilisi.waiting', day, from, to: from + 4 },
  ],
});

/** What stands in calendars after each of these states of the bookings, one after the other. */
function calendarsAfter(...stages: readonly (readonly Standing[])[]): Invitation[] {
  let standing = new Map<string, Invitation>();
  for (const bookings of stages) {
    const changed = reconcile(bookings, [...standing.values()], ZONE, NOW);
    standing = new Map([...standing, ...changed.map((one) => [one.resource, one] as const)]);
  }
  return [...standing.values()];
}

describe('calendars of those who take part', () => {
  it('say the local quarters of a claim as instants, and the role', () => {
    expect(calendarsAfter([aBooking({ state: 'held' })])).toEqual([
      expect.objectContaining({
        resource: PROSECUTOR,
        status: 'tentative',
        // 11:00 to 12:00 in Tbilisi.
        start: '2026-12-01T07:00:00.000Z',
        end: '2026-12-01T08:00:00.000Z',
        role: 'prosecutor',
        version: 1,
      }),
    ]);
  });

  it('leave out zones and children: only people, rooms and devices have a calendar', () => {
    expect(calendarsAfter([aBooking({ state: 'held', resources: [] })])).toEqual([]);
  });

  it('hear of a confirmation as a new version of the same entry', () => {
    const [entry] = calendarsAfter([aBooking({ state: 'held' })], [aBooking({ state: 'booked' })]);
    expect(entry).toMatchObject({ status: 'confirmed', version: 2 });
    expect(entry && sequenceOf(entry)).toBe(1);
  });

  it.each(['declined', 'expired', 'cancelled', 'moved'] as const)(
    'hear that a booking was %s, with a higher sequence',
    (state) => {
      const [entry] = calendarsAfter([aBooking({ state: 'held' })], [aBooking({ state })]);
      expect(entry).toMatchObject({ status: 'cancelled', version: 2 });
    },
  );

  it('give the entry of a person who was replaced back, and the stand-in an own one', () => {
    const held = aBooking({ state: 'held', resources: [String(PROSECUTOR), String(ROOM)] });
    const swapped = aBooking({ state: 'held', resources: [String(OTHER), String(ROOM)] });
    const entries = calendarsAfter([held], [swapped]);
    expect(entries.map(({ resource, status, version }) => [resource, status, version])).toEqual([
      [PROSECUTOR, 'cancelled', 2],
      [ROOM, 'tentative', 1],
      [OTHER, 'tentative', 1],
    ]);
  });

  it('keep what took place', () => {
    const [entry] = calendarsAfter([aBooking({ state: 'booked' })], [aBooking({ state: 'over' })]);
    expect(entry).toMatchObject({ status: 'confirmed', version: 1 });
  });

  const state = fc.constantFrom<State>(
    'held',
    'booked',
    'declined',
    'cancelled',
    'expired',
    'over',
  );
  const taken = fc
    .record({
      state,
      from: fc.integer({ min: 36, max: 60 }),
      day: fc.constantFrom('2026-12-01', '2026-12-02'),
      resources: fc.subarray(RESOURCES.map(String)),
    })
    .map(aBooking);

  it('change nothing the second time, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(taken, { maxLength: 2 }), { maxLength: 5 }),
        taken,
        (past, now) => {
          const standing = calendarsAfter(...past, [now]);
          expect(reconcile([now], standing, ZONE, NOW)).toEqual([]);
        },
      ),
    );
  });

  it('never take a sequence back, and end with exactly what the bookings say', () => {
    fc.assert(
      fc.property(fc.array(taken, { minLength: 1, maxLength: 6 }), (stages) => {
        let standing: Invitation[] = [];
        for (const booking of stages) {
          const changed = reconcile([booking], standing, ZONE, NOW);
          for (const one of changed) {
            const before = standing.find(({ resource }) => resource === one.resource);
            expect(one.version).toBe((before?.version ?? 0) + 1);
          }
          const kept = standing.filter((one) => !changed.some((c) => c.resource === one.resource));
          standing = [...kept, ...changed];
        }
        const last = stages.at(-1);
        const live = last && ['held', 'booked', 'over'].includes(last.state) ? last.claims : [];
        const wanted = live.map(({ sheet }) => sheet).filter((sheet) => sheet.startsWith('res_'));
        const shown = standing.filter(({ status }) => status !== 'cancelled');
        expect(shown.map(({ resource }) => String(resource)).toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('owe a mail for each version once, and none for the end of what nobody heard of', () => {
    const [held] = calendarsAfter([aBooking({ state: 'held' })]);
    if (!held) throw new Error('nothing stands in the calendar');
    expect(owesMail(held)).toBe(true);
    expect(owesMail({ ...held, mailed: 1 })).toBe(false);
    expect(owesMail({ ...held, status: 'cancelled', version: 2 })).toBe(false);
    expect(owesMail({ ...held, status: 'cancelled', version: 2, mailed: 1 })).toBe(true);
  });
});
