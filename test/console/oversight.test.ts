import { describe, expect, it } from 'vitest';
import { byChild } from '../../console/oversight/by-child.ts';
import {
  emptyIncident,
  recordIdOf,
  toIncident,
  wrongWith,
} from '../../console/oversight/incident-draft.ts';
import {
  emptyRequest,
  toRequest,
  wrongWithRequest,
} from '../../console/oversight/request-draft.ts';
import { mondaysUntil, sundayAfter } from '../../console/oversight/weeks.ts';

describe('the children who wait', () => {
  const line = (referral: string, dueAt: string, overdue: boolean) => ({
    ...{ referral, receipt: referral.toUpperCase(), holder: 'police', dueAt, overdue },
  });

  it('stand there once each, whoever waits longest beyond a deadline first', () => {
    const children = byChild([
      line('b', '12:00', true),
      line('a', '13:00', false),
      line('b', '15:00', false),
      line('a', '11:00', true),
    ]);
    expect(
      children.map(({ referral, overdue, lines }) => [referral, overdue, lines.length]),
    ).toEqual([
      ['a', true, 2],
      ['b', true, 2],
    ]);
    expect(children[0]?.lines[0]?.dueAt).toBe('11:00');
  });
});

describe('an incident as somebody reports it', () => {
  const written = {
    ...emptyIncident,
    ...{ from: '2026-11-20T10:00', to: '2026-11-20T12:00', note: ' კომპიუტერი დაიკარგა ' },
  };

  it('needs a stretch of time in its order, and what happened', () => {
    expect(wrongWith(emptyIncident)).toEqual({ from: 'missing', to: 'missing', note: 'missing' });
    expect(wrongWith({ ...written, to: written.from })).toEqual({ to: 'order' });
    expect(wrongWith({ ...written, records: 'ER-7K3M-92QD, what' })).toEqual({ records: 'record' });
    expect(wrongWith(written)).toEqual({});
  });

  it('is sent in Georgia’s time, with what was named alone', () => {
    expect(toIncident(written)).toEqual({
      from: '2026-11-20T06:00:00.000Z',
      to: '2026-11-20T08:00:00.000Z',
      note: 'კომპიუტერი დაიკარგა',
    });
    const named = {
      ...written,
      accounts: 'one, two\n',
      records: 'er-7k3m-92qd; cas_6wq3tr8ynk2mzp5h',
    };
    expect(toIncident(named)).toMatchObject({
      accounts: ['one', 'two'],
      records: ['ref_7k3m92qd', 'cas_6wq3tr8ynk2mzp5h'],
    });
  });

  it.each([
    ['ER-7K3M-92QD', 'ref_7k3m92qd'],
    [' ref_7k3m92qd ', 'ref_7k3m92qd'],
    ['CAS_6wq3tr8ynk2mzp5h', 'cas_6wq3tr8ynk2mzp5h'],
    ['ნინო', undefined],
    ['', undefined],
  ])('knows a record by %j', (typed, id) => {
    expect(recordIdOf(typed)).toBe(id);
  });
});

describe('a request for own data', () => {
  const written = {
    ...emptyRequest,
    ...{ record: 'ER-7K3M-92QD', subject: 'child', requester: 'parent', name: 'ეკა' },
  };

  it('needs a record, whose data, who asks and by what name', () => {
    expect(Object.keys(wrongWithRequest(emptyRequest))).toEqual([
      ...['record', 'subject', 'requester', 'name'],
    ]);
    expect(wrongWithRequest(written)).toEqual({});
    expect(wrongWithRequest({ ...written, isBrought: true })).toEqual({ throughName: 'missing' });
  });

  it('says unknown wherever nobody said how whoever asks stands to an accused', () => {
    const ties = { ...written.ties, accused: 'no' as const };
    expect(toRequest({ ...written, ties })).toEqual({
      ...{ record: 'ref_7k3m92qd', subject: 'child', requester: 'parent', name: 'ეკა' },
      ties: { accused: 'no', sharesHousehold: 'unknown', dependsOnAccused: 'unknown' },
    });
    expect(toRequest({ ...written, throughName: 'ვინმე' })).not.toHaveProperty('through');
    expect(toRequest({ ...written, isBrought: true, throughName: 'ვინმე' })).toHaveProperty(
      'through.ties.accused',
      'unknown',
    );
  });
});

describe('the weeks one can look at', () => {
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begin on Monday %s', (today, monday) => {
    expect(mondaysUntil(today, 1)).toEqual([monday]);
  });

  it('go back from there', () => {
    expect(mondaysUntil('2026-11-22', 3)).toEqual(['2026-11-16', '2026-11-09', '2026-11-02']);
    expect(sundayAfter('2026-12-28')).toBe('2027-01-03');
  });
});
