import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { EventType } from '../../shared/domain/journal/event.ts';
import { georgia } from '../../shared/policy/ge/pack.ts';
import seal from '../../shared/policy/ge/seal.json' with { type: 'json' };
import { loadPack, problemsOf } from '../../shared/policy/load.ts';
import { policy } from '../../shared/policy/policy.ts';

const edition = policy.at(Temporal.Instant.from('2026-11-20T13:40:00Z'));
const reachable = edition.municipalities.filter(({ occupied }) => !occupied);

describe('the pack for Georgia', () => {
  it('has no problem', () => {
    expect(problemsOf(georgia)).toEqual([]);
  });

  it('is sealed as it stands (run `npm run policy` after a change)', () => {
    expect(seal.sha256).toBe(loadPack(georgia).sha256);
    expect(edition.reference).toEqual({ pack: 'ge', edition: '2026.1', sha256: seal.sha256 });
  });

  it('knows 12 regions and 64 municipalities, and 5 that nobody can reach', () => {
    expect(edition.regions).toHaveLength(12);
    expect(reachable).toHaveLength(64);
    expect(edition.municipalities.filter(({ occupied }) => occupied).map(({ id }) => id)).toEqual([
      'azhara',
      'eredvi',
      'kurta',
      'tighva',
      'akhalgori',
    ]);
  });

  it('has as many municipalities in each region as the country', () => {
    const perRegion = Object.groupBy(reachable, ({ region }) => region);
    const sizes = Object.entries(perRegion).map(([region, all]) => [region, all?.length]);
    expect(Object.fromEntries(sizes)).toEqual({
      'GE-TB': 1,
      'GE-AJ': 6,
      'GE-KA': 8,
      'GE-IM': 12,
      'GE-SZ': 9,
      'GE-SK': 4,
      'GE-KK': 7,
      'GE-GU': 3,
      'GE-SJ': 6,
      'GE-MM': 4,
      'GE-RL': 4,
    });
  });

  it.each([
    ['zestaponi', 'zestaponi'],
    ['Zestafoni', 'zestaponi'],
    ['ზესტაფონი', 'zestaponi'],
    ['Зестафони', 'zestaponi'],
    ['ТБИЛИСИ', 'tbilisi'],
    ['T’bilisi', 'tbilisi'],
    ['Tskaltubo', 'tsqaltubo'],
    ['Ts’qaltubo', 'tsqaltubo'],
    ['Stepantsminda', 'qazbegi'],
    ['unknown', undefined],
    ['', undefined],
  ])('finds the municipality called %s', (name, id) => {
    expect(edition.municipality(name)?.id).toBe(id);
  });

  it.each([
    'guardianship-body',
    'police',
    'municipality',
    'resource-centre',
    'prosecutor',
  ] as const)('has exactly one competent %s for every municipality', (kind) => {
    const found = reachable.map(({ id }) => edition.competent(kind, id).length);
    expect(found).toEqual(reachable.map(() => 1));
  });

  it('has a clinic on duty for every municipality', () => {
    const found = reachable.map(
      ({ id }) => edition.competent('medical', id, { duty: true }).length,
    );
    expect(found).toEqual(reachable.map(() => 1));
  });

  it.each([
    'school-zestaponi',
    'resource-centre-zestaponi',
    'police-imereti',
    'prosecutor-imereti',
    'municipality-zestaponi',
    'agency-imereti',
    'agency-tbilisi',
    'centre-kutaisi',
    'centre-tbilisi',
    'forensic-bureau',
    'clinic-kutaisi',
    'clinic-tbilisi',
    'clinic-zestaponi',
    'oversight-national',
    'hotline-111',
    'hotline-116006',
    'hotline-1505',
    'court-tbilisi',
    'court-kutaisi',
    'legal-aid-tbilisi',
    'legal-aid-kutaisi',
    'school-tbilisi',
    'school-kutaisi',
    'school-baghdati',
  ])('lists %s', (id) => {
    expect(edition.agency(id)?.id).toBe(id);
  });

  it('lets the regional centre lead, not the district unit beside it', () => {
    expect(edition.competent('guardianship-body', 'zestaponi').map(({ id }) => id)).toEqual([
      'agency-imereti',
    ]);
    expect(edition.agency('agency-imereti-zestaponi')?.partOf).toBe('agency-imereti');
  });

  it('lets the region answer for a place out of reach, and nobody for one it does not know', () => {
    expect(edition.competent('police', 'eredvi').map(({ id }) => id)).toEqual([
      'police-shida-kartli',
    ]);
    expect(edition.competent('police', 'azhara')).toEqual([]);
    expect(edition.competent('police', 'nowhere')).toEqual([]);
  });

  it('has words in both languages for every step of a clock and every status', () => {
    for (const lang of ['ka', 'en'] as const)
      for (const list of ['clocks', 'taskStatuses', 'ladderRoles', 'instructions'] as const)
        for (const code of edition.codes(list))
          expect(edition.label(list, code, lang)).not.toBe('');
  });

  it('names only events the journal knows as the start of a clock', () => {
    const starts = georgia.clocks.clocks.map(({ start }) => start);
    expect(starts.filter((start) => !EventType.safeParse(start).success)).toEqual([]);
  });

  it('tells where to call', () => {
    expect(edition.hotlines.map(({ number }) => number)).toEqual([
      '112',
      '111',
      '116 006',
      '1505',
      '1481',
    ]);
  });
});
