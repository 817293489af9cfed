import { describe, expect, it } from 'vitest';
import { AgencyId } from '../../../shared/domain/ids.ts';
import { type CameIn, countUnit, median, missOf } from '../../../shared/domain/watch/units.ts';

const AT = '2030-03-04T12:00:00.000Z';
const agency = AgencyId.parse('agency-imereti');

const came = (task: Partial<CameIn['task']>, minutes?: number): CameIn => ({
  task: {
    kind: 'assess-safety',
    status: 'accepted',
    rule: 'lead-danger',
    municipality: 'zestaponi',
    ...task,
  },
  received: {
    startedAt: '2030-03-04T10:00:00.000Z',
    dueAt: '2030-03-04T10:15:00.000Z',
    ...(minutes !== undefined && {
      endedAt: new Date(Date.parse('2030-03-04T10:00:00.000Z') + minutes * 60_000).toISOString(),
    }),
  },
});
const counted = (cameIn: readonly CameIn[], open: Parameters<typeof countUnit>[0]['open'] = []) =>
  countUnit({ agency, cameIn, open, cut: false, at: AT });

describe('a unit in numbers', () => {
  it('has what came, what was taken on, what was answered in time, and how long that took', () => {
    const week = [
      came({}, 15),
      came({}, 16),
      came({ status: 'rejected' }, 5),
      came({ status: 'requested' }),
    ];
    expect(counted(week)).toMatchObject({ received: 4, accepted: 2, inTime: 2, medianMinutes: 15 });
  });

  it('has no median where nobody has answered, and nothing where nothing came', () => {
    expect(counted([came({ status: 'requested' })]).medianMinutes).toBeUndefined();
    expect(counted([])).toMatchObject({ received: 0, inTime: 0, open: 0, misses: [] });
  });

  it('counts referrals nobody has taken on once each, and what is overdue to the instant', () => {
    const open = [
      { referral: 'ref_1', status: 'requested', deadline: AT },
      { referral: 'ref_1', status: 'received', deadline: '2030-03-04T12:00:00.001Z' },
      { referral: 'ref_2', status: 'accepted' },
    ];
    expect(counted([], open)).toMatchObject({ open: 3, overdue: 1, unanswered: 1 });
  });

  it('counts what went elsewhere by rule and place together', () => {
    const away = { offeredTo: 'tsk_x' as never };
    const { misses } = counted([
      came(away),
      came(away),
      came({ ...away, municipality: 'tbilisi' }),
    ]);
    expect(misses).toEqual([
      expect.objectContaining({ how: 'redirected', municipality: 'zestaponi', tasks: 2 }),
      expect.objectContaining({ how: 'redirected', municipality: 'tbilisi', tasks: 1 }),
    ]);
  });
});

describe('work that did not go where a rule had sent it', () => {
  it.each([
    ['chosen by the desk', { kind: 'route-by-hand' }, 'by-hand'],
    [
      'refused as another area’s',
      { status: 'rejected', reason: 'not-competent-area' },
      'not-competent',
    ],
    [
      'refused as not its kind',
      { status: 'rejected', reason: 'not-competent-kind' },
      'not-competent',
    ],
    ['handed on', { offeredTo: 'tsk_x' }, 'redirected'],
    ['refused for want of people', { status: 'rejected', reason: 'no-capacity' }, undefined],
    ['accepted', {}, undefined],
  ])('%s', (_, task, how) => {
    expect(missOf(came(task as Partial<CameIn['task']>).task)).toBe(how);
  });
});

describe('the median', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 3],
  ])('of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
