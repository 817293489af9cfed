import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { AgencyId } from '../../shared/domain/ids.ts';
import { decide } from '../../shared/domain/routing/decide.ts';
import type { RoutingFacts } from '../../shared/domain/routing/rule.ts';
import { policy } from '../../shared/policy/policy.ts';

const edition = policy.at(Temporal.Instant.from('2026-11-20T13:40:00Z'), {
  openCentres: ['centre-kutaisi'],
});
const place = { municipality: 'zestaponi', referrer: AgencyId.parse('school-zestaponi') };

const violence: RoutingFacts = {
  kind: 'violence',
  forms: [],
  immediateDanger: 'no',
  injuryVisible: 'no',
  selfHarmRisk: 'no',
  identity: 'known',
  accusedLivesWithChild: 'unknown',
  accusedEmployerKinds: [],
  needs: [],
  relatedRoles: [],
  dangerIndicator: 'no',
  unknownShareHigh: 'no',
};
const early: RoutingFacts = { ...violence, kind: 'early-identification', level: 1 };

const decided = (facts: RoutingFacts) =>
  decide(facts, place, edition).map(
    ({ kind, agency, role, urgency }) => `${kind} ${agency} ${role} ${urgency}`,
  );

const LEAD = 'assess-safety agency-imereti lead high';
const LEAD_NOW = 'assess-safety agency-imereti lead urgent';
const POLICE = 'register-report police-imereti participant high';
const POLICE_NOW = 'register-report police-imereti participant urgent';
const CLINIC = 'provide-health-care clinic-kutaisi participant high';
const CLINIC_NOW = 'provide-health-care clinic-kutaisi participant urgent';
const CENTRE = 'prepare-joint-interview centre-kutaisi informed routine';
const MIND = 'offer-psychological-support agency-imereti participant routine';

describe('suspected violence', () => {
  it.each<[string, Partial<RoutingFacts>, string[]]>([
    ['nothing else known', {}, [LEAD, POLICE, MIND]],
    ['immediate danger', { immediateDanger: 'yes' }, [LEAD_NOW, POLICE_NOW, CLINIC_NOW, MIND]],
    [
      'danger not excluded',
      { immediateDanger: 'unsure' },
      [LEAD_NOW, POLICE_NOW, CLINIC_NOW, MIND],
    ],
    ['a child about to leave', { childNowUntil: '2026-11-20T14:30:00Z' }, [LEAD_NOW, POLICE, MIND]],
    ['a visible injury', { injuryVisible: 'yes' }, [LEAD, POLICE, CLINIC_NOW, MIND]],
    [
      'blows whose marks nobody saw',
      { forms: ['physical'], injuryVisible: 'unknown' },
      [LEAD, POLICE, CLINIC, MIND],
    ],
    [
      'sexual violence two days ago',
      { forms: ['sexual'], hoursSinceLastIncident: 48 },
      [LEAD, POLICE, CLINIC_NOW, CENTRE, MIND],
    ],
    [
      'sexual violence at an unknown time',
      { forms: ['sexual'] },
      [LEAD, POLICE, CLINIC_NOW, CENTRE, MIND],
    ],
    [
      'sexual violence a month ago',
      { forms: ['sexual'], hoursSinceLastIncident: 720 },
      [LEAD, POLICE, CLINIC, CENTRE, MIND],
    ],
    [
      'sexual violence four days ago',
      { forms: ['sexual'], hoursSinceLastIncident: 96 },
      [LEAD, POLICE, CLINIC_NOW, CENTRE, MIND],
    ],
    ['a risk of self-harm', { selfHarmRisk: 'yes' }, [LEAD, POLICE, CLINIC_NOW, MIND]],
    ['a pregnant child', { needs: ['pregnancy'] }, [LEAD, POLICE, CLINIC, MIND]],
    ['a marriage', { forms: ['marriage'] }, [LEAD_NOW, POLICE_NOW, MIND]],
    [
      'an accused policeman',
      { accusedEmployerKinds: ['police'] },
      [LEAD, 'register-report prosecutor-imereti participant urgent', MIND],
    ],
    [
      'a social worker as alleged perpetrator',
      {
        accusedEmployerKinds: ['guardianship-body'],
        excluded: [AgencyId.parse('agency-imereti')],
        relatedRoles: ['at-home'],
      },
      [
        'assess-safety agency-samegrelo-zemo-svaneti lead urgent',
        'offer-psychological-support agency-samegrelo-zemo-svaneti participant routine',
        'check-other-child agency-samegrelo-zemo-svaneti participant high',
        'oversee-stand-in oversight-national informed high',
        POLICE,
      ],
    ],
    [
      'a foster carer as alleged perpetrator',
      {
        accusedEmployerKinds: ['guardianship-body'],
        accusedRelations: ['foster-carer'],
        excluded: [AgencyId.parse('agency-imereti')],
      },
      [
        'assess-safety agency-samegrelo-zemo-svaneti lead urgent',
        'offer-psychological-support agency-samegrelo-zemo-svaneti participant routine',
        'oversee-stand-in oversight-national informed high',
        'appoint-procedural-representative agency-samegrelo-zemo-svaneti participant high',
        'appoint-lawyer legal-aid-kutaisi participant high',
        POLICE,
      ],
    ],
    [
      'other children at home',
      { relatedRoles: ['at-home', 'witness'] },
      [LEAD, POLICE, MIND, 'check-other-child agency-imereti participant high'],
    ],
    [
      'a deaf child',
      { needs: ['sgn-GE'] },
      [LEAD, POLICE, MIND, 'arrange-communication-support agency-imereti participant routine'],
    ],
    [
      'a child nobody knows',
      { identity: 'unknown' },
      [LEAD, POLICE, MIND, 'establish-identity agency-imereti participant high'],
    ],
    [
      'a child not born yet',
      { identity: 'unborn' },
      [LEAD, POLICE, MIND, 'plan-before-birth agency-imereti participant high'],
    ],
  ])('with %s', (_, facts, tasks) => {
    expect(decided({ ...violence, ...facts }).toSorted()).toEqual(tasks.toSorted());
  });

  it('tells the police to call the lead first, and whom not to ask or call', () => {
    const police = decide(violence, place, edition).find(
      ({ agency }) => agency === 'police-imereti',
    );
    expect(police?.instructions).toEqual([
      'call-lead-first',
      'no-uniform-at-school',
      'do-not-question-child',
      'do-not-call-guardian',
    ]);
  });

  it('always watches that the child is seen and its safety decided', () => {
    const lead = decide(violence, place, edition).find(({ role }) => role === 'lead');
    expect(lead?.clocks).toEqual(
      expect.arrayContaining(['received', 'child-seen', 'safety-decision', 'first-feedback']),
    );
  });
});

describe('early identification', () => {
  const TRIAGE = 'triage-screening agency-imereti lead high';

  it.each<[string, Partial<RoutingFacts>, string[]]>([
    ['level 1', { level: 1 }, ['answer-with-advice municipality-zestaponi lead routine']],
    ['level 2', { level: 2 }, ['support-family municipality-zestaponi lead routine']],
    [
      'level 3',
      { level: 3 },
      [
        'joint-plan agency-imereti lead routine',
        'joint-plan municipality-zestaponi participant routine',
      ],
    ],
    ['level 4', { level: 4 }, [LEAD, POLICE, MIND]],
    [
      'a danger indicator',
      { level: 4, dangerIndicator: 'yes' },
      [LEAD_NOW, POLICE_NOW, CLINIC_NOW, MIND],
    ],
    ['much unknown at level 1', { level: 1, unknownShareHigh: 'yes' }, [TRIAGE]],
    ['much unknown at level 3', { level: 3, unknownShareHigh: 'yes' }, [TRIAGE]],
    ['much unknown at level 4', { level: 4, unknownShareHigh: 'yes' }, [LEAD, POLICE, MIND]],
  ])('of %s', (_, facts, tasks) => {
    expect(decided({ ...early, ...facts }).toSorted()).toEqual(tasks.toSorted());
  });

  it.each([4])('of level %i makes nobody phone the parents first', (level) => {
    const lead = decide({ ...early, level }, place, edition).find(({ role }) => role === 'lead');
    expect(lead?.instructions).toContain('do-not-phone-parents-first');
  });
});

describe('a place nobody knows', () => {
  it('goes to a person at the national duty desk', () => {
    const unknown = { ...place, municipality: 'unknown' };
    const [lead] = decide(violence, unknown, edition).filter(({ role }) => role === 'lead');
    expect(lead).toMatchObject({
      kind: 'route-by-hand',
      agency: 'oversight-national',
      urgency: 'urgent',
    });
  });
});
