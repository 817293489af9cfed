import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { getCodeLists } from '../../../functions/directory/get-code-lists.ts';
import { getInstruments } from '../../../functions/directory/get-instruments.ts';
import { health } from '../../../functions/directory/health.ts';
import { listAgencies } from '../../../functions/directory/list-agencies.ts';
import { listMunicipalities } from '../../../functions/directory/list-municipalities.ts';
import * as contract from '../../../shared/contract/directory.ts';
import type { Principal } from '../../../shared/domain/access/principal.ts';
import { AgencyKind } from '../../../shared/domain/directory/agency.ts';
import { AgencyId } from '../../../shared/domain/ids.ts';
import { policy } from '../../../shared/policy/policy.ts';

const deps = { policy, now: () => '2026-11-24T09:00:00.000Z' };
const principal: Principal = {
  sub: 'a-teacher',
  agency: AgencyId.parse('school-zestaponi'),
  kind: 'school',
  roles: ['worker'],
  areas: [],
  membership: 1,
};
const asked = {
  principal,
  lang: 'en' as const,
  once: undefined,
  expected: 0,
  path: {},
  query: {},
  body: undefined,
};

const agencies = async (query: { kind?: AgencyKind; municipality?: string }) => {
  const full = { kind: undefined, municipality: undefined, ...query };
  const { body } = await listAgencies(deps)({ ...asked, query: full });
  return contract.listAgencies.answers[200].parse(body).items;
};

describe('health', () => {
  it('says which policy is in force', async () => {
    const { body } = await health(deps)(asked);
    expect(body).toEqual({ status: 'ok', policy: 'ge 2026.1' });
  });
});

describe('agencies', () => {
  it('are all there are today, without those that have ended', async () => {
    const ids = (await agencies({})).map(({ id }) => String(id));
    expect(ids).toContain('agency-imereti');
    expect(ids).not.toContain('social-service-agency-imereti');
  });

  it('of a kind are of no other', async () => {
    const found = await agencies({ kind: 'police' });
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['police']));
  });

  it.each(['zestaponi', 'ზესტაფონი', 'Zestafoni'])(
    'competent for %s are those who would be asked to act there',
    async (municipality) => {
      const found = await agencies({ municipality });
      const first = (kind: AgencyKind) => String(found.find((each) => each.kind === kind)?.id);
      expect(first('municipality')).toBe('municipality-zestaponi');
      expect(first('guardianship-body')).toBe('agency-imereti');
      expect(first('police')).toBe('police-imereti');
    },
  );

  it('of a kind competent for a municipality', async () => {
    const found = await agencies({ kind: 'resource-centre', municipality: 'baghdati' });
    expect(found.map(({ id }) => String(id))).toEqual(['resource-centre-baghdati']);
  });

  it('of a municipality nobody knows are refused, not an empty list', async () => {
    await expect(agencies({ municipality: 'atlantis' })).rejects.toMatchObject({
      code: 'unknown-municipality',
      hindrances: [{ pointer: '/municipality', code: 'unknown-municipality' }],
    });
  });
});

describe('municipalities', () => {
  it('are all there, each with its region', async () => {
    const { body } = await listMunicipalities(deps)(asked);
    const { items } = contract.listMunicipalities.answers[200].parse(body);
    expect(items.length).toBe(policy.at(Temporal.Instant.from(deps.now())).municipalities.length);
    expect(items.find(({ id }) => id === 'zestaponi')).toMatchObject({
      name: { ka: 'ზესტაფონი', en: 'Zestaponi' },
      region: { id: 'GE-IM' },
      occupied: false,
    });
    expect(items.some(({ occupied }) => occupied)).toBe(true);
  });
});

describe('code lists', () => {
  it('have a label in both languages for every code', async () => {
    const { body } = await getCodeLists(deps)(asked);
    const lists = contract.getCodeLists.answers[200].parse(body);
    expect(lists.forms).toContainEqual({ code: 'physical', ka: 'ფიზიკური', en: 'Physical' });
    const unlabelled = Object.values(lists)
      .flat()
      .filter(({ ka, en }) => ka === '' || en === '');
    expect(unlabelled).toEqual([]);
    expect(lists.agenda?.map(({ code }) => code)).toContain('safety-now');
    expect(lists.visitPermits?.map(({ code }) => code)).toContain('narrative');
    expect(lists.agencyKinds?.map(({ code }) => code)).toEqual(AgencyKind.options);
  });
});

describe('instruments', () => {
  it('are given to be filled in, without what an answer weighs', async () => {
    const { body } = await getInstruments(deps)(asked);
    const { items } = contract.getInstruments.answers[200].parse(body);
    expect(items).toMatchObject([{ id: 'early-identification', version: '2026.1' }]);
    expect(items[0]?.indicators.filter(({ danger }) => danger).length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/welfare|maltreatment|"levels"/);
  });
});
