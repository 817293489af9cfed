import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { checkResource } from '../../../shared/domain/resource/check.ts';
import { ResourceSubmission } from '../../../shared/domain/resource/submission.ts';
import { georgiaAt, refusalOf } from '../../build.ts';
import { aThing } from '../../finding.ts';

type Sent = z.input<typeof ResourceSubmission>;
const availability = { pattern: { monday: [{ from: '09:00', to: '18:00' }] } };
const person: Sent = { kind: 'person', name: 'თეონა', availability };
const room: Sent = { kind: 'interview-room', availability };
const observed = aThing('interview-room').id;
const notOwned = aThing('interview-room').id;

const check = (sent: Sent, over: Partial<Parameters<typeof checkResource>[0]> = {}) =>
  checkResource(
    {
      sent: ResourceSubmission.parse(sent),
      earlier: undefined,
      interviewRooms: [observed],
      accountKnown: false,
      ...over,
    },
    georgiaAt(),
  );
const within = (more: object): Sent => ({ ...person, availability: { ...availability, ...more } });
const leave = (from: string, to: string) => ({ from, to, kind: 'leave' as const });
const on = (from: string, to: string) => ({ from: `${from}T05:00:00Z`, to: `${to}T05:00:00Z` });

describe('a resource that is sent', () => {
  it('is taken when all of it can be meant so', () => {
    check(
      {
        ...person,
        site: 'centre-tbilisi',
        municipality: 'tbilisi',
        sex: 'female',
        account: 'person-x',
        languages: ['ka', 'sgn-GE'],
        qualifications: [
          { code: 'forensic-interviewer', from: '2026-01-01', to: '2026-01-01' },
          { code: 'prosecutor', from: '2026-01-01' },
        ],
      },
      { accountKnown: true },
    );
    check({ kind: 'observation-room', availability, observes: [observed], capacity: 9 });
    check(
      within({ leave: [leave('2026-12-01', '2026-12-02'), leave('2026-12-03', '2026-12-03')] }),
    );
    check(within({ onCall: [on('2026-12-01', '2026-12-02'), on('2026-12-02', '2026-12-03')] }));
  });

  it.each<[string, Sent, string, string]>([
    [
      'an unknown qualification',
      { ...person, qualifications: [{ code: 'wizard', from: '2026-01-01' }] },
      '/qualifications/0/code',
      'unknown-code',
    ],
    [
      'a qualification that ends before it begins',
      {
        ...person,
        qualifications: [{ code: 'psychologist', from: '2026-01-02', to: '2026-01-01' }],
      },
      '/qualifications/0/to',
      'ends-before-it-begins',
    ],
    ['an unknown language', { ...person, languages: ['ka', 'xx'] }, '/languages/1', 'unknown-code'],
    ['an unknown sex', { ...person, sex: 'x' }, '/sex', 'unknown-code'],
    [
      'an unknown municipality',
      { ...person, municipality: 'atlantis' },
      '/municipality',
      'unknown-municipality',
    ],
    ['an unknown site', { ...person, site: 'centre-atlantis' }, '/site', 'unknown-agency'],
    ['a person without a name', { kind: 'person', availability }, '/name', 'missing'],
    [
      'an account of somebody else',
      { ...person, account: 'person-x' },
      '/account',
      'account-unknown',
    ],
    ['a room with an account', { ...room, account: 'person-x' }, '/account', 'not-of-this-kind'],
    ['a room with a sex', { ...room, sex: 'female' }, '/sex', 'not-of-this-kind'],
    [
      'an interview room that observes',
      { ...room, observes: [observed] },
      '/observes',
      'not-of-this-kind',
    ],
    ['a person with seats', { ...person, capacity: 3 }, '/capacity', 'not-of-this-kind'],
    [
      'an observation room that looks into a room the agency does not have',
      { kind: 'observation-room', availability, observes: [observed, notOwned] },
      '/observes/1',
      'not-an-interview-room',
    ],
    [
      'hours that end before they begin',
      within({ pattern: { monday: [{ from: '18:00', to: '09:00' }] } }),
      '/availability/pattern/monday/0/to',
      'ends-before-it-begins',
    ],
    [
      'hours that overlap',
      within({
        pattern: {
          monday: [
            { from: '09:00', to: '13:00' },
            { from: '12:00', to: '18:00' },
          ],
        },
      }),
      '/availability/pattern/monday/1',
      'overlaps',
    ],
    [
      'hours of an exception that overlap',
      within({
        exceptions: [
          {
            date: '2026-12-01',
            hours: [
              { from: '09:00', to: '13:00' },
              { from: '12:45', to: '18:00' },
            ],
          },
        ],
      }),
      '/availability/exceptions/0/hours/1',
      'overlaps',
    ],
    [
      'one day excepted twice',
      within({
        exceptions: [
          { date: '2026-12-01', hours: [] },
          { date: '2026-12-01', hours: [] },
        ],
      }),
      '/availability/exceptions/1/date',
      'date-twice',
    ],
    [
      'leave that ends before it begins',
      within({ leave: [leave('2026-12-02', '2026-12-01')] }),
      '/availability/leave/0/to',
      'ends-before-it-begins',
    ],
    [
      'leave that shares a day with another',
      within({ leave: [leave('2026-12-01', '2026-12-03'), leave('2026-12-03', '2026-12-04')] }),
      '/availability/leave/1',
      'overlaps',
    ],
    [
      'leave of two years',
      within({ leave: [leave('2026-12-01', '2028-12-01')] }),
      '/availability/leave/0/to',
      'too-long',
    ],
    [
      'time on call that ends at once',
      within({ onCall: [on('2026-12-01', '2026-12-01')] }),
      '/availability/onCall/0/to',
      'ends-before-it-begins',
    ],
  ])('is refused for %s', (_, sent, pointer, code) => {
    expect(refusalOf(() => check(sent))).toEqual({
      code: 'resource-invalid',
      hindrances: [{ pointer, code }],
    });
  });

  it('stays what it is: a person never becomes a room', () => {
    const refused = refusalOf(() => check(room, { earlier: { kind: 'person' } }));
    expect(refused.hindrances).toEqual([{ pointer: '/kind', code: 'kind-fixed' }]);
  });

  it('is bounded in all it lists', () => {
    const many = Array.from({ length: 61 }, (_, i) => leave(`2026-12-${i}`, `2026-12-${i}`));
    for (const sent of [
      within({ leave: many }),
      { ...person, languages: Array(21).fill('ka') },
      { ...person, buffers: { before: 0, after: 241 } },
      { ...person, more: 1 },
      { ...person, availability: { ...availability, pattern: { funday: [] } } },
    ]) {
      expect(ResourceSubmission.safeParse(sent).success).toBe(false);
    }
  });
});
