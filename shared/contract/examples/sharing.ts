import type { Examples } from './example.ts';

const self = '/v1/referrals/ref_7k3m92qd/consents';

const scope = {
  purposes: [{ code: 'family-support', label: 'Support for the family' }],
  recipients: [{ code: 'municipality', label: 'Municipal social service' }],
};

const consent = {
  number: 2,
  from: { code: 'legal-representative', label: 'The legal representative' },
  person: 'მარიამ გელაშვილი',
  ...scope,
  until: '2027-11-19T20:00:00.000Z',
  language: 'ka',
  givenOn: '2026-11-20',
  evidence: { code: 'signed-form', label: 'A signed form' },
  recordedAt: '2026-11-20T10:00:00.000Z',
  state: 'in-force',
  version: 1,
  links: { consents: self, withdraw: `${self}/2/withdraw` },
};

const override = {
  number: 1,
  reason: { code: 'family-cannot-be-asked', label: 'The family cannot be asked' },
  words: 'დედა საავადმყოფოშია და ორი კვირა ვერავის პასუხობს; ბავშვი მეზობელთანაა.',
  ...scope,
  until: '2026-12-04T10:00:00.000Z',
  decidedAt: '2026-11-20T10:00:00.000Z',
};

const needs = {
  rule: 'needs-of-municipality',
  says: 'A municipality needs to know the family and what it lacks',
  purpose: { code: 'any', label: 'For every purpose' },
  basis: [{ code: 'data-law', label: 'Law of Georgia on Personal Data Protection' }],
};
const missing = {
  rule: 'consent-is-missing',
  says: 'Where help rests on consent, nothing of the family is shown until it has consented',
  purpose: { code: 'any', label: 'For every purpose' },
  basis: [{ code: 'data-law', label: 'Law of Georgia on Personal Data Protection' }],
};

export const sharingExamples: Examples = {
  recordSharingConsent: {
    bodies: {
      signed: {
        title: { ka: 'კანონიერმა წარმომადგენელმა ფორმას მოაწერა ხელი', en: 'A signed form' },
        value: {
          from: 'legal-representative',
          person: 'მარიამ გელაშვილი',
          purposes: ['family-support'],
          recipients: ['municipality'],
          language: 'ka',
          givenOn: '2026-11-20',
          evidence: 'signed-form',
        },
      },
    },
    answer: consent,
  },
  listSharingConsents: {
    answer: {
      consents: [consent],
      overrides: [],
      resting: [
        { agency: 'municipality-zestaponi', missing: false, until: '2027-11-19T20:00:00.000Z' },
      ],
    },
  },
  withdrawSharingConsent: {
    bodies: {
      withdrawn: {
        title: { ka: 'წარმომადგენელმა თანხმობა გამოიხმო', en: 'The representative withdraws' },
        value: { from: 'legal-representative' },
      },
    },
    answer: {
      ...consent,
      state: 'withdrawn',
      withdrawn: {
        at: '2026-11-25T08:30:00.000Z',
        by: { code: 'legal-representative', label: 'The legal representative' },
        recall: 1,
      },
      version: 2,
      stays: [
        {
          agency: 'agency-imereti',
          basis: { code: 'best-interests', label: 'Best interests of the child' },
          law: { code: 'child-rights-code', label: 'Code on the Rights of the Child' },
        },
      ],
    },
  },
  overrideSharingConsent: {
    bodies: {
      unreachable: {
        title: { ka: 'ოჯახისთვის კითხვა ვერ ხერხდება', en: 'The family cannot be asked' },
        value: {
          reason: 'family-cannot-be-asked',
          words: override.words,
          purposes: ['family-support'],
          recipients: ['municipality'],
          days: 14,
        },
      },
    },
    answer: override,
  },
  previewReferral: {
    bodies: {
      refused: {
        title: { ka: 'ოჯახი უარზეა', en: 'The family refused' },
        value: {
          kind: 'early-identification',
          child: { municipality: 'zestaponi', givenName: 'ლუკა', ageYears: 9 },
          reporter: { mode: 'named', name: 'ლელა', phone: '599 11 22 33' },
          instrument: { id: 'early-identification', version: '2026.1' },
          indicators: [{ code: 'low-income', answer: 'yes' }],
          worry: 1,
          consent: { state: 'refused', by: 'დედა', on: '2026-11-20' },
        },
      },
    },
    answer: {
      agencies: [
        {
          agency: 'municipality-zestaponi',
          name: 'Zestaponi municipality, social service',
          leads: true,
          tasks: [
            {
              kind: { code: 'support-family', label: 'Support the family' },
              urgency: 'routine',
              deadline: '2026-11-24T08:00:00.000Z',
              rule: 'early-level-2',
              why: 'The family needs support: the municipal social service offers it, with consent.',
              purpose: { code: 'family-support', label: 'Support for the family' },
              basis: { code: 'consent', label: 'Consent' },
              law: { code: 'data-law', label: 'Law of Georgia on Personal Data Protection' },
              consent: {
                missing: true,
                state: { code: 'missing', label: 'No consent: the agency sees nothing' },
              },
            },
          ],
          before: { groups: [], by: [], hidden: [{ group: 'identity' }] },
          after: {
            groups: [],
            by: [needs],
            hidden: [{ group: 'identity', closedBy: missing }],
          },
        },
      ],
      notes: [{ code: 'earlier-reports', label: 'Earlier reports are not looked at here' }],
    },
  },
};
