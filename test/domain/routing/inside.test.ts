import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  excludedAgencies,
  refuseExcluded,
  standIn,
} from '../../../shared/domain/routing/inside.ts';
import { agency, georgiaAt, LEAD, NATIONAL, POLICE, refusalOf, SCHOOL } from '../../build.ts';

const edition = georgiaAt();
const from = { municipality: 'zestaponi', agencies: [SCHOOL] };
const excluded = (relation: string, employer?: string, given = from) =>
  excludedAgencies([{ relation, employer }], given, edition);

describe('the agencies that employ an alleged perpetrator', () => {
  it.each([
    ['a named agency', 'acquaintance', 'school-kutaisi', ['school-kutaisi']],
    ['a branch, and the head it works under', 'acquaintance', 'agency-imereti-zestaponi'],
    ['a head, and its branches', 'acquaintance', 'agency-imereti'],
    ['a kind: all of it near the child', 'acquaintance', 'guardianship-body'],
    ['a foster carer nobody placed', 'foster-carer', undefined],
  ])(
    'are those of %s',
    (_, relation, employer, all = ['agency-imereti', 'agency-imereti-zestaponi']) => {
      expect(excluded(relation, employer)).toEqual(all);
    },
  );

  it('are, of a teacher without an employer, every school of the place and the school that reports', () => {
    const given = { ...from, agencies: [agency('school-kutaisi')] };
    expect(excluded('teacher', undefined, given)).toEqual([
      'kindergarten-zestaponi',
      'school-kutaisi',
      'school-zestaponi',
    ]);
  });

  it('are the whole kind where nobody knows where the child is', () => {
    const nowhere = { municipality: 'unknown', agencies: [agency('hotline-111')] };
    expect(excluded('acquaintance', 'guardianship-body', nowhere).length).toBeGreaterThan(10);
  });

  it('are of the police the department and the one near the child', () => {
    expect(excluded('father', 'police-tbilisi')).toEqual([POLICE, 'police-tbilisi']);
  });

  it('are none for relatives, for private employers, and never the national desk', () => {
    expect(excluded('father')).toEqual([]);
    expect(excluded('father', 'ვიღაც კერძო')).toEqual([]);
    expect(excluded('father', NATIONAL)).toEqual([]);
  });

  it('cannot be handed work by hand either', () => {
    expect(refusalOf(() => refuseExcluded(LEAD, [LEAD], '/agency'))).toEqual({
      code: 'agency-excluded',
      hindrances: [{ pointer: '/agency', code: 'agency-excluded' }],
    });
    expect(() => refuseExcluded(LEAD, [POLICE], '/agency')).not.toThrow();
  });
});

describe('who stands in', () => {
  it('is never excluded itself, and the search ends', () => {
    const some = fc.subarray(edition.agencies.map(({ id }) => id));
    fc.assert(
      fc.property(fc.constantFrom(...edition.agencies), some, (asked, shut) => {
        const found = standIn(asked, [...shut, asked.id], edition);
        if (found) expect([...shut, asked.id]).not.toContain(found.id);
      }),
    );
  });

  const covered = edition.agencies.filter(({ standIn: to }) => to !== undefined);
  it.each(covered.map((one) => [one.id, one] as const))(
    'for %s is of its kind or, for the police, the prosecutor',
    (_, one) => {
      const found = standIn(one, [one.id], edition);
      expect(found?.kind).toBe(one.kind === 'police' ? 'prosecutor' : one.kind);
    },
  );

  it.each(['guardianship-body', 'police', 'prosecutor', 'medical', 'child-centre'])(
    'is named for every %s that acts on its own',
    (kind) => {
      const alone = edition.agencies.filter(
        (one) => one.kind === kind && !one.partOf && !one.standIn,
      );
      expect(alone).toEqual([]);
    },
  );
});
