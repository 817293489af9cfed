import { describe, expect, it } from 'vitest';
import { hasWords, inWords } from '../../../shared/domain/interview/explained.ts';
import { type Planning, planOf } from '../../../shared/domain/interview/plan.ts';
import { agency, CENTRE, georgiaAt, LEAD, later, NOW, POLICE } from '../../build.ts';
import { aChild, aHousehold, aPlanning } from './planning.ts';

const edition = georgiaAt();
const TBILISI = agency('centre-tbilisi');
const PROSECUTOR = agency('prosecutor-imereti');

const plan = (over: Partial<Planning> = {}, of = edition) => planOf(aPlanning(over), of);
const role = (name: string, over: Partial<Planning> = {}, of = edition) =>
  plan(over, of).roles.find((one) => one.role === name);
const names = (over: Partial<Planning> = {}) => plan(over).roles.map((one) => one.role);
const ties = (over: object) => ({
  ...{ accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' },
  ...over,
});
const spokenBy = (capacity: string, over: object = {}, at = '2026-11-10T00:00:00.000Z') =>
  aHousehold({
    speakers: [{ capacity, ties: ties(over) as never, at, from: at }],
  });

describe('who must be there', () => {
  it('in a plain case', () => {
    expect(names()).toEqual([
      ...['interviewer', 'psychologist', 'prosecutor', 'investigator', 'social-worker'],
      ...['legal-representative', 'child-lawyer', 'coordinator'],
    ]);
    expect(role('interviewer')).toMatchObject({
      agency: CENTRE,
      place: 'interview-room',
      languages: ['ka'],
      qualification: 'forensic-interviewer',
    });
    expect(role('investigator')).toMatchObject({ agency: POLICE, place: 'observation-room' });
    expect(role('social-worker')).toMatchObject({ agency: LEAD });
  });

  it.each<[string, string, Partial<Planning>]>([
    ['a judge, for an examination', 'judge', { legalForm: 'examination' }],
    ['a clerk, for an examination', 'clerk', { legalForm: 'examination' }],
    ['the defence, once somebody is charged', 'defence-lawyer', { visit: { chargedAt: NOW } }],
    ['an interpreter', 'interpreter', { child: aChild({ languages: ['az'] }) }],
    ['an interpreter who was asked for', 'interpreter', { visit: { interpreterLanguage: 'hy' } }],
    ['a sign interpreter', 'sign-interpreter', { child: aChild({ needs: ['sgn-GE'] }) }],
    [
      'a forensic doctor, on the order',
      'forensic-doctor',
      { visit: { forensicOrder: { document: 'D-1', at: NOW } } },
    ],
    ['whom the child chose', 'companion', { choices: { companion: 'wanted' } }],
  ])('%s', (_, name, over) => {
    expect(names(over)).toContain(name);
    expect(names()).not.toContain(name);
  });

  it('leaves out whom the child may not bring', () => {
    expect(names({ choices: { companion: 'refused' } })).not.toContain('companion');
  });

  it.each([
    ['nobody decided who speaks', aHousehold({ speakers: [] }), 'representative-undecided'],
    ['nobody yet', spokenBy('none-yet'), 'representative-undecided'],
    ['accused', spokenBy('legal-representative', { accused: 'yes' }), 'representative-accused'],
    [
      'maybe living with an accused',
      spokenBy('legal-representative', { sharesHousehold: 'unknown' }),
      'representative-shares-household',
    ],
    [
      'dependent on an accused',
      spokenBy('legal-representative', { dependsOnAccused: 'yes' }),
      'representative-depends',
    ],
    [
      'decided before somebody was named',
      spokenBy('legal-representative', {}, '2026-10-01T00:00:00.000Z'),
      'decided-before-naming',
    ],
    ['appointed', spokenBy('procedural-representative'), 'representative-appointed'],
  ])('a procedural representative where the legal one is %s', (_, household, because) => {
    const found = names({ household });
    expect(found).toContain('procedural-representative');
    expect(found).not.toContain('legal-representative');
    expect(role('procedural-representative', { household })?.because).toContain(because);
  });

  it('asks the unit that appoints the representative', () => {
    const household = aHousehold({ speakers: [] });
    const appoints = agency('agency-tbilisi');
    expect(role('procedural-representative', { household, appoints })?.agency).toBe(appoints);
  });

  it('gives no role to an excluded agency, but to whoever stands in', () => {
    const { roles } = plan({ excluded: [POLICE] });
    expect(roles.map((one) => one.agency)).not.toContain(POLICE);
    const investigator = roles.find((one) => one.role === 'investigator');
    expect(investigator).toMatchObject({ agency: PROSECUTOR });
    expect(investigator?.because).toContain('stand-in-for-excluded');
  });

  it('holds for every agency of the plan, whichever is excluded', () => {
    const all = [...new Set(plan().roles.map((one) => one.agency))];
    for (const excluded of all) {
      const { roles, site } = plan({ excluded: [excluded] });
      expect(roles.map((one) => one.agency)).not.toContain(excluded);
      expect(site.agency).not.toBe(excluded);
    }
  });

  it('finds agencies where nobody knows the place of the child', () => {
    expect(role('investigator', { municipality: 'unknown' })?.agency).toBe(POLICE);
  });

  it('takes the nearest court where the place has none', () => {
    const judge = role('judge', { legalForm: 'examination', municipality: 'ozurgeti' });
    expect(judge?.agency).toBe('court-kutaisi');
  });
});

describe('the interpreter', () => {
  const azeri = { child: aChild({ languages: ['az'] }) };

  it('speaks the child’s language; the interviewer then need not', () => {
    expect(role('interpreter', azeri)?.languages).toEqual(['az']);
    expect(role('interviewer', azeri)?.languages).toEqual([]);
  });

  it('is in the room or on a screen, as planning decides', () => {
    const at = (interpreter?: 'room' | 'screen') =>
      role('interpreter', { ...azeri, choices: interpreter ? { interpreter } : {} });
    expect(at()?.because).toContain('interpreter-undecided');
    expect(at('screen')).toMatchObject({ place: 'screen', video: true });
    expect(at('room')).toMatchObject({ place: 'interview-room', video: false });
  });

  it('is independent of the child’s place unless that is waived', () => {
    expect(role('interpreter', azeri)?.because).toContain('interpreter-independent');
    const near = { ...azeri, choices: { interpreterFromNear: true } };
    expect(role('interpreter', near)?.because).toContain('interpreter-independence-waived');
  });

  it('of sign language is always in the room and filmed', () => {
    const signs = {
      child: aChild({ languages: ['sgn-GE'] }),
      choices: { interpreter: 'screen' as const },
    };
    expect(role('sign-interpreter', signs)).toMatchObject({
      place: 'interview-room',
      video: false,
      languages: ['sgn-GE'],
    });
    expect(role('sign-interpreter', signs)?.because).toContain('hands-filmed');
    expect(names(signs)).not.toContain('interpreter');
    expect(plan(signs).needs).toContain('sign-language');
  });

  it('makes the interview longer', () => {
    const minutes = (over: Partial<Planning>) =>
      plan(over).parts.find(({ part }) => part === 'interview')?.minutes ?? 0;
    expect(minutes(azeri)).toBeGreaterThan(minutes({}));
  });
});

describe('the interviewer', () => {
  it('is of the sex the child asks for', () => {
    expect(role('interviewer', { choices: { interviewerSex: 'female' } })?.sex).toBe('female');
  });
});

describe('where it is held', () => {
  const site = (over: Partial<Planning> = {}, of = edition) => plan(over, of).site;

  it.each<[string, Partial<Planning>, string, string]>([
    ['at the centre of the place', {}, CENTRE, 'catchment'],
    [
      'at the centre, where no form was named',
      { child: aChild({ forms: [] }) },
      CENTRE,
      'form-unknown',
    ],
    [
      'elsewhere, where the centre does not admit the form',
      { child: aChild({ forms: ['physical'] }) },
      PROSECUTOR,
      'form-not-admitted',
    ],
    [
      'at another centre, where this one is excluded',
      { excluded: [CENTRE] },
      TBILISI,
      'centre-excluded',
    ],
    ['where planning chose', { choices: { site: TBILISI } }, TBILISI, 'site-chosen'],
    [
      'by the unit that leads, where nobody knows the place',
      { municipality: 'unknown' },
      CENTRE,
      'place-unknown',
    ],
  ])('%s', (_, over, expected, because) => {
    expect(site(over).agency).toBe(expected);
    expect(site(over).because).toContain(because);
  });

  it('in Tbilisi while Kutaisi is not open', () => {
    const closed = georgiaAt(NOW, {});
    expect(site({}, closed)).toMatchObject({ agency: TBILISI, insteadOf: CENTRE });
    expect(site({}, closed).because).toContain('centre-not-open');
  });
});

describe('the medical part', () => {
  const forensicOrder = { document: 'D-1', at: NOW };

  it('is in the visit once it is ordered, first where traces can be taken', () => {
    const parts = (over: Partial<Planning>) => plan(over).parts.map(({ part }) => part);
    expect(parts({})).not.toContain('medical');
    const visit = {
      forensicOrder,
      lastIncidentAt: { at: later({ hours: -5 }), precision: 'hour' as const },
    };
    expect(parts({ visit }).slice(0, 3)).toEqual(['planning', 'medical', 'interview']);
    expect(parts({ visit: { ...visit, examinedAt: NOW } })).not.toContain('medical');
  });

  it('is done apart where there is no medical room', () => {
    const elsewhere = plan({ child: aChild({ forms: ['physical'] }), visit: { forensicOrder } });
    expect(elsewhere.parts.map(({ part }) => part)).not.toContain('medical');
    expect(elsewhere.explained?.map(({ code }) => code)).toContain('examined-apart');
  });
});

describe('every reason', () => {
  it('has words in both languages', () => {
    const plans = [
      plan(),
      plan({
        municipality: 'unknown',
        child: aChild({ age: undefined, languages: [], forms: [] }),
      }),
      plan({
        child: aChild({ languages: ['az'], lastIncidentAt: undefined }),
        legalForm: 'examination',
      }),
      plan({ excluded: [CENTRE, POLICE], household: aHousehold({ speakers: [] }) }),
    ];
    const codes = plans.flatMap(({ roles, site, tier, medical, explained = [] }) => [
      ...roles.flatMap(({ because }) => because),
      ...[...site.because, ...tier.reasons, medical.because],
      ...explained.map(({ code }) => code),
    ]);
    expect(codes.filter((code) => !hasWords(code, edition))).toEqual([]);
    const said = plans.flatMap(({ explained = [] }) =>
      explained.map((one) => inWords(one, 'ka', edition)),
    );
    expect(said.filter((words) => /[{}?]/.test(words))).toEqual([]);
  });
});
