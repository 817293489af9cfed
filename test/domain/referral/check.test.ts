import { describe, expect, it } from 'vitest';
import { checkSubmission } from '../../../shared/domain/referral/check.ts';
import {
  agency,
  anEarlySubmission,
  answers,
  aViolenceSubmission,
  georgiaAt,
  instant,
  instrument,
  NOW,
  refusalOf,
} from '../../build.ts';

const edition = georgiaAt();
type Sent = Parameters<typeof aViolenceSubmission>[0];
type SentEarly = Parameters<typeof anEarlySubmission>[0];

const check = (submission: Parameters<typeof checkSubmission>[0], at = NOW) =>
  checkSubmission(submission, edition, instant(at));
const place = { municipality: 'zestaponi' };

describe('a submission that fits', () => {
  it.each<[string, Sent]>([
    ['as little as can be sent', {}],
    ['a municipality by its Georgian name', { child: { municipality: 'ზესტაფონი' } }],
    ['an unknown home but an address', { child: { whereabouts: { address: 'რუსთაველის 1' } } }],
    ['an unknown home but a school', { child: { whereabouts: { school: 'მე-2 სკოლა' } } }],
    [
      'an unknown home but a place now',
      { child: { whereabouts: { childNow: { where: 'სკოლა' } } } },
    ],
    [
      'an unknown home but a municipality now',
      { child: { whereabouts: { municipality: 'kutaisi' } } },
    ],
    ['an anonymous reporter without a phone', { reporter: { mode: 'anonymous' } }],
    // Nobody could see it: answers go through the hub.
    ['a masked reporter without a phone', { reporter: { mode: 'masked' } }],
    ['a child that reports itself', { reporter: { mode: 'child-self' } }],
    ['an incident this minute', { lastIncidentAt: { at: NOW, precision: 'minute' } }],
    ['an incident today', { lastIncidentAt: { at: '2026-11-20', precision: 'day' } }],
    ['known codes', { forms: ['sexual'], child: { ...place, needs: ['sgn-GE'] } }],
    ['an agency on whose behalf', { onBehalfOf: { agency: 'ngo-zestaponi', mayBeTold: true } }],
    ['a birth today', { child: { ...place, birthDate: '2026-11-20' } }],
    ['an age of seventeen', { child: { ...place, ageYears: 17 } }],
    ['an unborn child', { child: { ...place, identity: { known: 'unborn' } } }],
  ])('with %s passes', (_, sent) => {
    expect(() => check(aViolenceSubmission(sent))).not.toThrow();
  });

  it('of an early identification needs neither place nor phone', () => {
    const sent = anEarlySubmission({ child: {}, reporter: { mode: 'named' } });
    expect(() => check(sent)).not.toThrow();
  });
});

describe('a violence submission is refused', () => {
  it.each<[string, Sent, string, string]>([
    [
      'a municipality of no list',
      { child: { municipality: 'atlantis' } },
      'unknown-municipality',
      '/child/municipality',
    ],
    [
      'a municipality now of no list',
      { child: { ...place, whereabouts: { municipality: 'atlantis' } } },
      'unknown-municipality',
      '/child/whereabouts/municipality',
    ],
    ['a form of no list', { forms: ['physical', 'shouting'] }, 'unknown-code', '/forms/1'],
    [
      'a need of no list',
      { child: { ...place, needs: ['constructor'] } },
      'unknown-code',
      '/child/needs/0',
    ],
    [
      'a relation of no list',
      { allegedPerpetrators: [{ relation: 'father' }, { relation: 'suspect' }] },
      'unknown-code',
      '/allegedPerpetrators/1/relation',
    ],
    [
      'an agency of no list',
      { onBehalfOf: { agency: 'school-atlantis', mayBeTold: false } },
      'unknown-agency',
      '/onBehalfOf/agency',
    ],
    ['nothing that says where the child is', { child: {} }, 'place-unknown', '/child/whereabouts'],
    [
      'only that the place is unknown',
      { child: { whereabouts: { municipality: 'unknown' } } },
      'place-unknown',
      '/child/whereabouts',
    ],
    [
      'a name but no phone',
      { reporter: { mode: 'named' } },
      'call-back-missing',
      '/reporter/phone',
    ],
    [
      'a birth tomorrow',
      { child: { ...place, birthDate: '2026-11-21' } },
      'in-the-future',
      '/child/birthDate',
    ],
    [
      'a birth tomorrow of a related child',
      { relatedChildren: [{ role: 'at-home' }, { role: 'witness', birthDate: '2026-11-21' }] },
      'in-the-future',
      '/relatedChildren/1/birthDate',
    ],
    [
      'an incident tomorrow',
      { lastIncidentAt: { at: '2026-11-21', precision: 'day' } },
      'in-the-future',
      '/lastIncidentAt/at',
    ],
    [
      'an incident a second from now, in another zone',
      { lastIncidentAt: { at: '2026-11-20T17:40:01+04:00', precision: 'minute' } },
      'in-the-future',
      '/lastIncidentAt/at',
    ],
  ])('for %s', (_, sent, code, pointer) => {
    expect(refusalOf(() => check(aViolenceSubmission(sent)))).toEqual({
      code,
      hindrances: [{ pointer, code }],
    });
  });

  it('once for several findings, each named with its own code', () => {
    const sent = aViolenceSubmission({
      child: { municipality: 'atlantis', birthDate: '2026-12-01' },
      forms: ['shouting'],
      reporter: { mode: 'named' },
    });
    const { code, hindrances } = refusalOf(() => check(sent));
    expect(code).toBe('body-invalid');
    expect(hindrances).toHaveLength(4);
    expect(hindrances).toEqual(
      expect.arrayContaining([
        { pointer: '/child/municipality', code: 'unknown-municipality' },
        { pointer: '/child/birthDate', code: 'in-the-future' },
        { pointer: '/forms/0', code: 'unknown-code' },
        { pointer: '/reporter/phone', code: 'call-back-missing' },
      ]),
    );
  });

  it('under the one code when all findings are of a kind', () => {
    const sent = aViolenceSubmission({ forms: ['shouting', 'staring'] });
    expect(refusalOf(() => check(sent))).toMatchObject({
      code: 'unknown-code',
      hindrances: [{ pointer: '/forms/0' }, { pointer: '/forms/1' }],
    });
  });
});

describe('an adult', () => {
  // Midnight in Tbilisi is 20:00 UTC the day before.
  it.each([
    ['the last minute of seventeen', '2008-11-21', '2026-11-20T19:59:59.999Z', false],
    ['the first of eighteen', '2008-11-21', '2026-11-20T20:00:00.000Z', true],
    [
      'the day before 1 March, born on 29 February',
      '2008-02-29',
      '2026-02-28T12:00:00.000Z',
      false,
    ],
    ['1 March, born on 29 February', '2008-02-29', '2026-02-28T20:00:00.000Z', true],
  ])('at %s', (_, birthDate, at, adult) => {
    const sent = aViolenceSubmission({ child: { ...place, birthDate } });
    if (adult) expect(refusalOf(() => check(sent, at)).code).toBe('adult');
    else expect(() => check(sent, at)).not.toThrow();
  });

  it('by age alone is refused before anything else is looked at', () => {
    const sent = aViolenceSubmission({ child: { municipality: 'atlantis', ageYears: 18 } });
    expect(refusalOf(() => check(sent))).toEqual({ code: 'adult', hindrances: [] });
  });

  it('is nobody whose birth date says otherwise, whatever the age stated', () => {
    const sent = aViolenceSubmission({
      child: { ...place, birthDate: '2015-05-01', ageYears: 40 },
    });
    expect(() => check(sent)).not.toThrow();
  });

  it('is refused on the early-identification form as well', () => {
    const sent = anEarlySubmission({ child: { ...place, birthDate: '2000-01-01' } });
    expect(refusalOf(() => check(sent)).code).toBe('adult');
  });
});

describe('an early identification is refused', () => {
  it.each<[string, SentEarly, string, string]>([
    [
      'an instrument of no pack',
      { instrument: { id: 'horoscope', version: '1' } },
      'unknown-instrument',
      '/instrument',
    ],
    [
      'a version of no pack',
      { instrument: { id: instrument.id, version: '1999.1' } },
      'unknown-instrument',
      '/instrument',
    ],
    [
      'an indicator of another form',
      { indicators: [...answers().slice(0, 1), { code: 'left-handed', answer: 'yes' }] },
      'unknown-code',
      '/indicators/1/code',
    ],
    [
      'a reason of no list',
      { consent: { state: 'not-asked', reason: 'forgot' } },
      'unknown-code',
      '/consent/reason',
    ],
    [
      'a consent of tomorrow',
      { consent: { state: 'given', by: 'დედა', on: '2026-11-21', language: 'ka' } },
      'in-the-future',
      '/consent/on',
    ],
    [
      'a municipality of no list',
      { child: { municipality: 'atlantis' } },
      'unknown-municipality',
      '/child/municipality',
    ],
    [
      'an agency of no list',
      { onBehalfOf: { agency: agency('x'), mayBeTold: true } },
      'unknown-agency',
      '/onBehalfOf/agency',
    ],
  ])('for %s', (_, sent, code, pointer) => {
    expect(refusalOf(() => check(anEarlySubmission(sent)))).toEqual({
      code,
      hindrances: [{ pointer, code }],
    });
  });
});
