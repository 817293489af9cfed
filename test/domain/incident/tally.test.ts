import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWindow, type Incident, notifyBy } from '../../../shared/domain/incident/incident.ts';
import { firstReminder, remind } from '../../../shared/domain/incident/remind.ts';
import { isInScope, type Looked, Tally, totalsOf } from '../../../shared/domain/incident/tally.ts';
import { policy } from '../../../shared/policy/policy.ts';
import {
  aFileId,
  anEventId,
  instant,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';

const look = (over: Partial<Looked> = {}): Looked => ({
  ...{ sub: 'giorgi', agency: LEAD, function: 'cases', groups: ['identity'] },
  ...{ record: 'cas_a', child: 'cas_a', ...over },
});
const SEEN = { entries: 0, lists: 0 };
const own = (child: string) => ({ child, lead: LEAD });

describe('the package of an incident', () => {
  it('says who read what of how many children, by category, and who leads', () => {
    const tally = new Tally();
    tally.look(look());
    tally.look(look({ record: 'ref_a', groups: ['narrative', 'identity'] }));
    tally.look(look({ record: 'cas_b', child: 'cas_b', sub: 'davit', agency: POLICE }));
    tally.look(look({ record: undefined }));
    expect(totalsOf(tally.lines(), own, SEEN)).toEqual({
      ...SEEN,
      ...{ records: 3, children: 2 },
      categories: [
        { group: 'identity', records: 3, children: 2 },
        { group: 'narrative', records: 1, children: 1 },
      ],
      accounts: [
        { account: 'giorgi', agency: LEAD, reads: 2, records: 2 },
        { account: 'davit', agency: POLICE, reads: 1, records: 1 },
      ],
      leads: [{ agency: LEAD, children: 2 }],
    });
  });

  it('counts joined cases as one child, led by one unit', () => {
    const tally = new Tally();
    tally.look(look());
    tally.look(look({ record: 'cas_b', child: 'cas_b' }));
    const joined = () => ({ child: 'cas_a', lead: POLICE });
    expect(totalsOf(tally.lines(), joined, SEEN)).toMatchObject({
      ...{ records: 2, children: 1, leads: [{ agency: POLICE, children: 1 }] },
    });
  });

  it('is the same in one step and in many', () => {
    const looks = fc.array(
      fc.record({
        sub: fc.constantFrom('a', 'b', 'c'),
        agency: fc.constantFrom(LEAD, POLICE),
        record: fc.constantFrom('cas_a', 'cas_b', 'ref_c'),
        groups: fc.subarray(['identity', 'medical'] as const),
      }),
    );
    fc.assert(
      fc.property(looks, fc.nat(), (all, cut) => {
        const one = new Tally();
        for (const each of all) one.look(each);
        const merged = new Tally();
        const at = all.length === 0 ? 0 : cut % all.length;
        for (const step of [all.slice(0, at), all.slice(at)]) {
          const tally = new Tally();
          for (const each of step) tally.look(each);
          for (const line of tally.lines()) merged.count(line);
        }
        expect(merged.lines()).toEqual(one.lines());
      }),
    );
  });

  it.each([
    ['nothing named: all of the time', {}, true],
    ['the account', { accounts: ['giorgi'] }, true],
    ['another account', { accounts: ['davit'] }, false],
    ['another agency', { agencies: [POLICE] }, false],
    ['the function', { functions: ['cases'] }, true],
    ['another function', { functions: ['tasks'] }, false],
  ])('looks at %s', (_, over, expected) => {
    expect(isInScope(look(), { from: NOW, to: NOW, ...over })).toBe(expected);
  });
});

describe('an incident nobody has notified', () => {
  const { access } = policy.at(instant());
  const by = later({ hours: 72 });
  const incident: Incident = {
    ...{ what: 'incident', of: { kind: 'agency', id: NATIONAL }, number: 1, version: 3 },
    ...{ file: aFileId(), at: NOW, by: { sub: 'elene' }, scope: { from: NOW, to: NOW } },
    ...{ noticedAt: NOW, notifyBy: by, next: firstReminder(by, access) },
    progress: { steps: 0, done: 0, of: 8, entries: 0, lists: 0 },
  };
  const at = (hours: number, next = incident.next) =>
    remind({ ...incident, next }, access, later({ hours }), anEventId());

  it('is called to mind before its time runs out, when it has, and each day after', () => {
    expect(at(47)).toBeUndefined();
    const [first] = at(48)?.kept ?? [];
    expect(first).toMatchObject({ next: by, version: 4 });
    expect(at(48)?.events).toMatchObject([{ type: 'incident.due', to: [NATIONAL], deadline: by }]);
    expect(at(72, by)?.kept[0]).toMatchObject({ next: later({ hours: 96 }) });
  });

  it('is left alone once it was', () => {
    const notified = { ...incident, notified: { at: NOW, sub: 'elene' } };
    expect(remind(notified, access, later({ hours: 80 }), anEventId())).toBeUndefined();
  });
});

describe('an incident', () => {
  it.each([
    ['that ends before it begins', later({ hours: -1 }), later({ hours: -2 }), NOW],
    ['that lies ahead', NOW, later({ hours: 1 }), NOW],
    ['noticed in the future', later({ hours: -2 }), NOW, later({ hours: 1 })],
  ])('%s is refused', (_, from, to, noticedAt) => {
    const check = () => checkWindow({ from, to }, noticedAt, NOW);
    expect(refusalOf(check).code).toBe('window-wrong');
  });

  it('is notified within the hours the pack says, from when it was noticed', () => {
    expect(notifyBy(NOW, policy.at(instant()).access)).toBe(later({ hours: 72 }));
  });
});
