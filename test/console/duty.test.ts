import { describe, expect, it } from 'vitest';
import {
  type Call,
  callBody,
  EMPTY_CALL,
  isTouched,
  toAskFor,
} from '../../console/duty/intake-draft.ts';
import { handedOver } from '../../console/duty/open-work.ts';
import {
  EMPTY_ROSTER,
  isOnAnyShift,
  missingIn,
  NOBODY,
  type Roster,
  rosterBody,
  rosterDraft,
  withoutPerson,
  withShift,
} from '../../console/duty/roster-draft.ts';
import { groupsOf } from '../../console/duty/signs.ts';
import { gapsIn, running, weekOf } from '../../console/duty/week.ts';
import { RosterSubmission } from '../../shared/domain/duty/submission.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';

/** Sunday noon in Georgia. */
const NOW = new Date('2026-11-22T08:00:00.000Z');
const georgia = (written: string) => new Date(`${written}:00+04:00`).toISOString();
const shift = (from: string, to: string, person = 0) => ({
  from: georgia(from),
  to: georgia(to),
  person,
});

describe('the coming week', () => {
  const shifts = [
    shift('2026-11-22T09:00', '2026-11-23T09:00'),
    shift('2026-11-22T18:00', '2026-11-22T22:00', 1),
    shift('2026-11-23T15:00', '2026-11-30T09:00', 1),
  ];

  it('is cut where somebody comes or goes, by Georgia’s midnight, and begins now', () => {
    const [today, tomorrow, ...rest] = weekOf(shifts, NOW);
    expect(today?.day).toBe('2026-11-22');
    expect(today?.stretches.map(({ from, to, shifts: on }) => [from, to, on.length])).toEqual([
      [NOW.toISOString(), georgia('2026-11-22T18:00'), 1],
      [georgia('2026-11-22T18:00'), georgia('2026-11-22T22:00'), 2],
      [georgia('2026-11-22T22:00'), georgia('2026-11-23T00:00'), 1],
    ]);
    expect(tomorrow?.stretches.map(({ shifts: on }) => on.map(({ person }) => person))).toEqual([
      [0],
      [],
      [1],
    ]);
    expect(rest).toHaveLength(5);
  });

  it('names each stretch in which nobody is on duty, one over midnight once', () => {
    expect(gapsIn(shifts, NOW)).toEqual([
      { from: georgia('2026-11-23T09:00'), to: georgia('2026-11-23T15:00'), shifts: [] },
    ]);
    const [gap] = gapsIn([shift('2026-11-22T09:00', '2026-11-22T20:00')], NOW);
    expect(gap).toMatchObject({
      from: georgia('2026-11-22T20:00'),
      to: georgia('2026-11-29T00:00'),
    });
  });

  it('has the first instant of a shift on it, and the last one off it', () => {
    expect(running(shifts, Date.parse(georgia('2026-11-23T09:00')))).toEqual([]);
    expect(running(shifts, Date.parse(georgia('2026-11-23T15:00')))).toHaveLength(1);
  });
});

describe('a roster that is changed', () => {
  const TAMAR = { name: 'თამარი', phone: '599 00 11 22', account: 'person-tamar' };
  const shown = {
    people: [
      { ...TAMAR, deputy: { name: 'ნოდარი', phone: '599 00 11 23' } },
      { ...TAMAR, name: 'ლია' },
    ],
    head: { name: 'უფროსი', phone: '599 70 70 70', mail: 'head@example.ge' },
    shifts: [
      shift('2026-11-20T09:00', '2026-11-21T09:00'),
      { ...shift('2026-11-22T09:00', '2026-11-23T09:00', 1), car: 'car-2' },
    ],
  };
  const draft = rosterDraft(shown, NOW);

  it('says the same again where nothing was changed, without what has passed', () => {
    const body = RosterSubmission.parse(rosterBody(draft));
    expect(body.people).toEqual(shown.people);
    expect(body.head).toEqual(shown.head);
    expect(body.shifts.map((one) => ({ ...one, from: new Date(one.from).toISOString() }))).toEqual([
      expect.objectContaining({ from: georgia('2026-11-22T09:00'), person: 1, car: 'car-2' }),
    ]);
    expect(missingIn(draft)).toEqual(new Set());
  });

  it('names by pointer what is missing to call somebody', () => {
    expect(missingIn(EMPTY_ROSTER)).toEqual(
      new Set(['/people/0/name', '/people/0/phone', '/shifts']),
    );
    const backwards: Roster = {
      ...draft,
      head: { ...NOBODY, name: 'უფროსი' },
      shifts: [{ from: '2026-11-22T09:00', to: '2026-11-22T08:00', person: '', car: '' }],
    };
    expect(missingIn(backwards)).toEqual(
      new Set(['/head/phone', '/shifts/0/to', '/shifts/0/person']),
    );
  });

  it('puts a new shift into the first gap', () => {
    expect(withShift(draft, NOW).shifts.at(-1)).toEqual({
      from: '2026-11-23T09:00',
      to: '2026-11-29T00:00',
      person: '',
      car: '',
    });
  });

  it('lets whoever takes no shift go, and every shift keeps its person', () => {
    expect(isOnAnyShift(draft, 0)).toBe(false);
    expect(isOnAnyShift(draft, 1)).toBe(true);
    const left = withoutPerson(draft, 0);
    expect(left.people.map(({ name }) => name)).toEqual(['ლია']);
    expect(left.shifts.map(({ person }) => person)).toEqual(['0']);
  });
});

describe('a hand-over', () => {
  it('tells each task once: late first, then untaken, then what falls into the coming shift', () => {
    const task = (id: string, status: string, hours?: number) => ({
      ...{ id, kind: 'assess-safety', status, urgency: 'high' },
      ...(hours !== undefined && {
        deadline: new Date(NOW.getTime() + hours * 3_600_000).toISOString(),
      }),
    });
    const groups = handedOver(
      [
        task('late and untaken', 'requested', -1),
        task('untaken', 'received', 3),
        task('soon', 'in-progress', 11),
        task('held', 'on-hold', 13),
        task('held and soon', 'on-hold', 2),
        task('whenever', 'accepted'),
      ],
      NOW,
    );
    expect(groups.map(({ name, tasks }) => [name, tasks.map(({ id }) => id)])).toEqual([
      ['overdue', ['late and untaken']],
      ['untaken', ['untaken']],
      ['soon', ['soon', 'held and soon']],
      ['held', ['held']],
      ['rest', ['whenever']],
    ]);
  });
});

describe('a call that is written down', () => {
  const call: Call = {
    ...EMPTY_CALL,
    danger: 'unsure',
    worry: ' მეზობლის ბავშვი ტირის ',
    where: 'სახლში',
    until: '18:30',
    caller: 'მანანა',
    phone: '599 12 34 56',
  };

  it('is a referral by telephone with the caller as the one who reports', () => {
    const body = callBody(call, NOW);
    expect(ReferralSubmission.parse(body)).toMatchObject({
      channel: 'phone',
      narrative: 'მეზობლის ბავშვი ტირის',
      immediateDanger: 'unsure',
      child: {
        whereabouts: { childNow: { where: 'სახლში', until: '2026-11-22T18:30:00+04:00' } },
      },
      reporter: { mode: 'named', name: 'მანანა', phone: '599 12 34 56' },
    });
  });

  it('keeps nothing of a caller who stays anonymous', () => {
    const body = callBody({ ...call, mode: 'anonymous' }, NOW);
    expect(body.reporter).toEqual({ mode: 'anonymous' });
    expect(JSON.stringify(body)).not.toContain('მანანა');
  });

  it('says what to ask for before the caller hangs up', () => {
    expect(isTouched(EMPTY_CALL)).toBe(false);
    expect(toAskFor(EMPTY_CALL)).toEqual(
      new Set([
        ...['/immediateDanger', '/narrative', '/child/whereabouts/childNow/where'],
        ...['/reporter/name', '/reporter/phone'],
      ]),
    );
    expect(toAskFor(call)).toEqual(new Set());
    const nameless = { ...call, mode: 'anonymous' as const, caller: '', phone: '' };
    expect(toAskFor(nameless)).toEqual(new Set());
  });

  it('has its number read out in groups, sign by sign', () => {
    expect(groupsOf('ER-7K3M-92QD').map(({ signs }) => signs.map(({ sign }) => sign))).toEqual([
      ['E', 'R'],
      ['7', 'K', '3', 'M'],
      ['9', '2', 'Q', 'D'],
    ]);
  });
});
