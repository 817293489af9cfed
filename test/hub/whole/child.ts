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

/** An early identification with every field a person can fill. */
export const identification = (indicators: readonly { code: string; answer: string }[]) => {
  const { kind: _, forms, immediateDanger, injuryVisible, lastIncidentAt, ...said } = report();
  const { allegedPerpetrators, childsOwnWords, toldBefore, safeContact, ...shared } = said;
  return {
    ...shared,
    kind: 'early-identification',
    instrument: { id: 'early-identification', version: '2026.1' },
    indicators: indicators.map((one) => ({ ...one, evidence: WORDS })),
    worry: 1,
    consent: { state: 'given', by: WHO.name, on: '2026-01-15', language: 'ka' },
  };
};
