import { PERSON } from '../steps.ts';

/** Words of a person; what is said here is replaced where a test listens for it. */
export const WORDS = 'ერთი წინადადება';
export const WHO = { name: PERSON.name, phone: PERSON.phone };

/** A report with every field a person can fill. */
export const report = (over: object = {}) => ({
  kind: 'violence',
  narrative: WORDS,
  narrativeLanguage: 'ka',
  child: {
    givenName: 'ანა',
    familyName: 'გელაშვილი',
    personalNumber: '01010101010',
    birthDate: '2010-07-29',
    sex: 'female',
    languages: ['ka'],
    needs: ['wheelchair'],
    municipality: 'zestaponi',
    whereabouts: { address: WORDS, school: WORDS, childNow: { where: WORDS } },
    identity: { known: 'known', description: WORDS },
  },
  relatedChildren: [{ role: 'at-home', givenName: 'ლუკა', birthDate: '2013-03-17' }],
  safeContact: { person: WHO.name, phone: WHO.phone, when: WORDS, never: WORDS },
  forms: ['sexual'],
  immediateDanger: 'no',
  injuryVisible: 'yes',
  lastIncidentAt: '2026-01-02',
  allegedPerpetrators: [{ relation: 'neighbour', livesWithChild: 'no', name: 'გოჩა მაისურაძე' }],
  childsOwnWords: WORDS,
  toldBefore: [WORDS],
  reporter: { mode: 'named', name: 'ნინო', role: WORDS, phone: '599 22 33 44', safeWay: WORDS },
  ...over,
});
