import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { policyOf } from '../../shared/policy/editions.ts';
import { georgia } from '../../shared/policy/ge/pack.ts';
import { loadPack } from '../../shared/policy/load.ts';
import { policy } from '../../shared/policy/policy.ts';

const at = (instant: string) => Temporal.Instant.from(instant);
const NOW = at('2026-11-20T13:40:00Z');

describe('child centres', () => {
  it('sends the west to Tbilisi while Kutaisi is planned', () => {
    const choice = policy.at(NOW).centreFor('zestaponi');
    expect(choice).toMatchObject({
      centre: { id: 'centre-tbilisi' },
      insteadOf: { id: 'centre-kutaisi' },
      admits: ['sexual'],
    });
  });

  it('lets a deployment open Kutaisi, and says so in the reference of each decision', () => {
    const edition = policy.at(NOW, { openCentres: ['centre-kutaisi'] });
    expect(edition.centreFor('zestaponi')?.centre.id).toBe('centre-kutaisi');
    expect(edition.centreFor('zestaponi')).not.toHaveProperty('insteadOf');
    expect(edition.reference.openCentres).toEqual(['centre-kutaisi']);
    expect(policy.at(NOW).reference).not.toHaveProperty('openCentres');
  });

  it('keeps the east with Tbilisi either way', () => {
    const edition = policy.at(NOW, { openCentres: ['centre-kutaisi'] });
    expect(edition.centreFor('gori')?.centre.id).toBe('centre-tbilisi');
  });

  it('finds none where nobody can reach the child', () => {
    expect(policy.at(NOW).centreFor('azhara')).toBeUndefined();
  });
});

describe('dates', () => {
  const { agencies, routing } = georgia;
  const police = agencies.agencies.find(({ id }) => id === 'police-guria');
  const changed = {
    ...georgia,
    agencies: {
      ...agencies,
      agencies: [
        ...agencies.agencies.filter(({ id }) => id !== 'police-guria'),
        { ...police, validTo: '2026-06-30', successor: 'police-ozurgeti' },
        { ...police, id: 'police-ozurgeti', validFrom: '2026-07-01' },
      ],
    },
    routing: {
      ...routing,
      rules: [
        ...routing.rules,
        ...routing.rules
          .filter(({ id }) => id === 'early-level-1')
          .map((rule) => ({ ...rule, effectiveFrom: '2026-07-01', effectiveTo: '2026-07-31' })),
      ],
    },
  };
  const dated = policyOf(loadPack(changed));
  const policeIn = (instant: string) =>
    dated.at(at(instant)).competent('police', 'lanchkhuti')[0]?.id;

  it('changes an agency at midnight in Tbilisi, not in Greenwich', () => {
    expect(policeIn('2026-06-30T19:59:59Z')).toBe('police-guria');
    expect(policeIn('2026-06-30T20:00:00Z')).toBe('police-ozurgeti');
  });

  it('no longer finds an agency that has ended', () => {
    expect(dated.at(at('2026-08-01T00:00:00Z')).agency('police-guria')).toBeUndefined();
    expect(policy.at(NOW).agency('social-service-agency-imereti')).toBeUndefined();
  });

  it.each([
    ['2026-06-01T00:00:00Z', '2026-01-01'],
    ['2026-07-15T00:00:00Z', '2026-07-01'],
    ['2026-08-15T00:00:00Z', undefined],
  ])('applies at %s the version of a rule from %s', (instant, from) => {
    const rule = dated.at(at(instant)).rules.find(({ id }) => id === 'early-level-1');
    expect(rule?.effectiveFrom).toBe(from);
  });

  it('has no edition before the pack is in force', () => {
    expect(() => policy.at(at('2025-12-31T19:59:59Z'))).toThrow('no edition');
  });
});

describe('clocks of an edition', () => {
  const edition = policy.at(NOW);

  it.each([
    ['received', 'urgent', 'assess-safety', '15 minutes'],
    ['received', 'high', 'register-report', '60 minutes'],
    ['received', 'routine', 'support-family', '1 working-days'],
    ['received', 'routine', 'offer-psychological-support', '24 hours'],
    ['act', 'routine', 'joint-plan', '10 working-days'],
    ['act', 'routine', 'support-family', '5 working-days'],
    ['child-seen', 'urgent', 'assess-safety', '24 hours'],
    ['first-feedback', 'high', undefined, '24 hours'],
    ['acknowledgement', undefined, undefined, '5 working-days'],
    ['routing', undefined, undefined, '5 minutes'],
  ] as const)('gives %s, %s, for %s: %s', (name, urgency, kind, length) => {
    const { amount, unit } = edition.clock(name, urgency, kind).length;
    expect(`${amount} ${unit}`).toBe(length);
  });

  it('throws rather than invent one', () => {
    expect(() => edition.clock('received')).toThrow('received');
  });
});

describe('instruments', () => {
  const edition = policy.at(NOW);

  it('are found by id and version only', () => {
    expect(edition.instrument('early-identification', '2026.1')?.version).toBe('2026.1');
    expect(edition.instrument('early-identification', '2025.1')).toBeUndefined();
  });
});
