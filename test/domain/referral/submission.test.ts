import { describe, expect, it } from 'vitest';
import { hindrancesOf } from '../../../shared/domain/hindrances.ts';
import { ReferralSubmission } from '../../../shared/domain/referral/submission.ts';
import { answers, earlySent, violenceSent } from '../../build.ts';

const pointers = (sent: unknown): string[] => {
  const read = ReferralSubmission.safeParse(sent, { reportInput: true });
  return read.success ? [] : hindrancesOf(read.error).map(({ pointer }) => pointer);
};
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const child = (over: object) => violenceSent({ child: { municipality: 'zestaponi', ...over } });
const letters = (count: number) => 'ა'.repeat(count);

describe('a violence submission', () => {
  it('needs one sentence, a place and a way to call back; all else has a safe default', () => {
    expect(ReferralSubmission.parse(violenceSent())).toMatchObject({
      immediateDanger: 'unsure',
      injuryVisible: 'unknown',
      selfHarmRisk: 'unknown',
      forms: [],
      allegedPerpetrators: [],
      toldBefore: [],
      relatedChildren: [],
      channel: 'system',
      narrativeLanguage: 'ka',
      child: { sex: 'unknown', languages: [], needs: [], identity: { known: 'partly' } },
    });
  });

  it('takes an alleged perpetrator of whom only the relation is known', () => {
    const sent = violenceSent({ allegedPerpetrators: [{ relation: 'unknown' }] });
    expect(ReferralSubmission.parse(sent)).toMatchObject({
      allegedPerpetrators: [
        {
          livesWithChild: 'unknown',
          isGuardian: 'unknown',
          under18: 'unknown',
          dangerToVisitors: 'unknown',
        },
      ],
    });
  });

  it.each([
    ['known', { known: 'known' }],
    ['a description', { known: 'unknown', description: 'წითელი ქურთუკი' }],
    ['an unborn child', { known: 'unborn', expectedMonth: '2027-02' }],
  ])('takes an identity: %s', (_, identity) => {
    expect(ReferralSubmission.parse(child({ identity }))).toMatchObject({ child: { identity } });
  });

  it.each<[string, unknown, string]>([
    ['nothing at all', null, ''],
    ['a list', [], ''],
    ['no kind', { ...violenceSent(), kind: undefined }, '/kind'],
    ['an unknown kind', { ...violenceSent(), kind: 'neglect' }, '/kind'],
    ['no narrative', { ...violenceSent(), narrative: undefined }, '/narrative'],
    ['an empty narrative', violenceSent({ narrative: '  ' }), '/narrative'],
    ['a narrative too long', violenceSent({ narrative: letters(8001) }), '/narrative'],
    ['own words too long', violenceSent({ childsOwnWords: letters(4001) }), '/childsOwnWords'],
    ['no child', { ...violenceSent(), child: undefined }, '/child'],
    ['no reporter', { ...violenceSent(), reporter: undefined }, '/reporter'],
    ['no reporter mode', { ...violenceSent(), reporter: {} }, '/reporter/mode'],
    ['an unknown key', { ...violenceSent(), legalBasis: 'x' }, '/legalBasis'],
    ['an unknown key of the child', child({ nickname: 'x' }), '/child/nickname'],
    ['a key that needs escaping', { ...violenceSent(), 'a/b~c': 1 }, '/a~1b~0c'],
    ['a prototype', JSON.parse('{"kind":"violence","__proto__":1}'), '/__proto__'],
    ['a name of two lines', child({ givenName: 'ნი\nნო' }), '/child/givenName'],
    ['a name too long', child({ familyName: letters(101) }), '/child/familyName'],
    ['a name that is a number', child({ givenName: 7 }), '/child/givenName'],
    [
      'a personal number of ten digits',
      child({ personalNumber: '0100100100' }),
      '/child/personalNumber',
    ],
    ['one of twelve', child({ personalNumber: '010010010011' }), '/child/personalNumber'],
    ['one with a letter', child({ personalNumber: '0100100100a' }), '/child/personalNumber'],
    ['one as a number', child({ personalNumber: 1001001001 }), '/child/personalNumber'],
    ['one in other digits', child({ personalNumber: '٠١٢٣٤٥٦٧٨٩٠' }), '/child/personalNumber'],
    ['30 February', child({ birthDate: '2015-02-30' }), '/child/birthDate'],
    ['29 February of no leap year', child({ birthDate: '2015-02-29' }), '/child/birthDate'],
    ['month 13', child({ birthDate: '2015-13-01' }), '/child/birthDate'],
    ['a date in words', child({ birthDate: '1 May 2015' }), '/child/birthDate'],
    ['an instant for a date', child({ birthDate: '2015-05-01T00:00:00Z' }), '/child/birthDate'],
    ['an age below nothing', child({ ageYears: -1 }), '/child/ageYears'],
    ['half a year', child({ ageYears: 6.5 }), '/child/ageYears'],
    ['an age beyond people', child({ ageYears: 121 }), '/child/ageYears'],
    ['too many languages', child({ languages: many(9, 'ka') }), '/child/languages'],
    ['a language that is none', child({ languages: ['ქართული'] }), '/child/languages/0'],
    ['too many needs', child({ needs: many(21, 'hearing') }), '/child/needs'],
    ['a sex not asked for', child({ sex: 'f' }), '/child/sex'],
    [
      'a school too long',
      child({ whereabouts: { school: letters(201) } }),
      '/child/whereabouts/school',
    ],
    [
      'a time without its zone',
      child({ whereabouts: { childNow: { where: 'სკოლა', until: '2026-11-20T17:00:00' } } }),
      '/child/whereabouts/childNow/until',
    ],
    [
      'a place now without where',
      child({ whereabouts: { childNow: {} } }),
      '/child/whereabouts/childNow/where',
    ],
    ['a danger not asked for', { ...violenceSent(), immediateDanger: 'maybe' }, '/immediateDanger'],
    ['too many forms', violenceSent({ forms: many(16, 'physical') }), '/forms'],
    ['a form that is no code', violenceSent({ forms: ['ცემა'] }), '/forms/0'],
    [
      'too many alleged perpetrators',
      violenceSent({ allegedPerpetrators: many(11, { relation: 'father' }) }),
      '/allegedPerpetrators',
    ],
    [
      'a suspect',
      { ...violenceSent(), allegedPerpetrators: [{ relation: 'father', suspect: true }] },
      '/allegedPerpetrators/0/suspect',
    ],
    ['too many told before', violenceSent({ toldBefore: many(21, 'მასწავლებელი') }), '/toldBefore'],
    [
      'too many related children',
      violenceSent({ relatedChildren: many(16, { role: 'at-home' as const }) }),
      '/relatedChildren',
    ],
    [
      'a related child of eighteen',
      violenceSent({ relatedChildren: [{ role: 'at-home', ageYears: 18 }] }),
      '/relatedChildren/0/ageYears',
    ],
    [
      'a safe contact without a phone',
      { ...violenceSent(), safeContact: { person: 'ბებია' } },
      '/safeContact/phone',
    ],
    [
      'a phone of words',
      violenceSent({ reporter: { mode: 'named', phone: 'მეზობელთან' } }),
      '/reporter/phone',
    ],
    ['a channel not known', { ...violenceSent(), channel: 'fax' }, '/channel'],
    [
      'an agency that is none',
      { ...violenceSent(), onBehalfOf: { agency: 'ბაღი', mayBeTold: true } },
      '/onBehalfOf/agency',
    ],
    ['indicators of the other form', { ...violenceSent(), indicators: answers() }, '/indicators'],
  ])('refuses %s and names the field', (_, sent, pointer) => {
    expect(pointers(sent)).toContain(pointer);
  });

  it('names every field at fault, not only the first', () => {
    const sent = { ...child({ personalNumber: '1', birthDate: 'x' }), narrative: '', shoeSize: 31 };
    expect(pointers(sent)).toEqual(
      expect.arrayContaining([
        '/child/personalNumber',
        '/child/birthDate',
        '/narrative',
        '/shoeSize',
      ]),
    );
  });

  it('takes each list and text up to its bound', () => {
    const sent = violenceSent({
      narrative: letters(8000),
      childsOwnWords: letters(4000),
      toldBefore: many(20, 'მასწავლებელი'),
      relatedChildren: many(15, { role: 'at-home' as const }),
      allegedPerpetrators: many(10, { relation: 'father' }),
      forms: many(15, 'physical'),
    });
    expect(pointers(sent)).toEqual([]);
  });
});

describe('an early-identification submission', () => {
  it('needs the form, every answer kept, the worry and the consent', () => {
    expect(ReferralSubmission.parse(earlySent()).child.municipality).toBe('zestaponi');
  });

  it.each([
    { state: 'given', by: 'დედა', on: '2026-11-19', language: 'ka' },
    { state: 'refused', by: 'მამა', on: '2026-11-19' },
    { state: 'not-asked', reason: 'asking-endangers' },
  ])('takes the consent %j', (consent) => {
    expect(pointers({ ...earlySent(), consent })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no instrument', { instrument: undefined }, '/instrument'],
    ['no answers', { indicators: [] }, '/indicators'],
    ['too many answers', { indicators: many(121, { code: 'works', answer: 'no' }) }, '/indicators'],
    [
      'an answer that is none',
      { indicators: [{ code: 'works', answer: 'maybe' }] },
      '/indicators/0/answer',
    ],
    [
      'evidence too long',
      { indicators: [{ code: 'works', answer: 'yes', evidence: letters(1001) }] },
      '/indicators/0/evidence',
    ],
    ['a worry of four', { worry: 4 }, '/worry'],
    ['no worry', { worry: undefined }, '/worry'],
    ['no consent', { consent: undefined }, '/consent'],
    [
      'a consent of nobody',
      { consent: { state: 'given', on: '2026-11-19', language: 'ka' } },
      '/consent/by',
    ],
    [
      'an impossible day of consent',
      { consent: { state: 'refused', by: 'დედა', on: '2026-11-31' } },
      '/consent/on',
    ],
    ['no reason for not asking', { consent: { state: 'not-asked' } }, '/consent/reason'],
    [
      'immediate danger, which belongs to the other form',
      { immediateDanger: 'yes' },
      '/immediateDanger',
    ],
  ])('refuses %s and names the field', (_, over, pointer) => {
    expect(pointers({ ...earlySent(), ...over })).toContain(pointer);
  });
});
