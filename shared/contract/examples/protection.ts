import type { Examples } from './example.ts';

const at = '2026-11-24T15:20:00.000Z';
const self = '/v1/cases/cas_4k9xw2mzt5q8hd3nrc7p';

const seal = {
  number: 1,
  at,
  agency: 'prosecutor-imereti',
  groups: ['narrative', 'medical'],
  openTo: [
    { code: 'prosecutor', label: 'Prosecutor’s office' },
    { code: 'police', label: 'Police' },
  ],
  reviewBy: '2027-01-23T15:20:00.000Z',
  reason: 'A suspect works close to those who read the case.',
  version: 1,
  links: { list: `${self}/seals`, lift: `${self}/seals/1/lift` },
};

const mark = {
  number: 1,
  at,
  agency: 'police-imereti',
  sets: 'protect',
  reason: { code: 'in-shelter', label: 'In a shelter' },
  version: 1,
  links: { list: `${self}/address-marks` },
};
const lift = {
  ...mark,
  number: 2,
  agency: 'agency-imereti',
  sets: 'lift',
  reason: { code: 'danger-over', label: 'The danger is over' },
  links: { list: `${self}/address-marks`, confirmation: `${self}/address-lifts/2/confirmation` },
};

export const protectionExamples: Examples = {
  sealCase: {
    bodies: {
      accountAndFindings: {
        title: { ka: 'მონათხრობი და სამედიცინო ცნობები', en: 'The account and medical findings' },
        value: { groups: ['narrative', 'medical'], openTo: ['police'], reason: seal.reason },
      },
    },
    answer: seal,
  },
  seals: { answer: { items: [seal] } },
  liftSeal: {
    bodies: {
      charged: {
        title: { ka: 'ბრალი წარდგენილია', en: 'Charges were brought' },
        value: { reason: 'Charges were brought; the material is in the court file.' },
      },
    },
    answer: {
      ...seal,
      liftedAt: '2026-12-10T09:00:00.000Z',
      liftReason: 'Charges were brought; the material is in the court file.',
      version: 2,
    },
  },
  protectAddress: {
    bodies: {
      shelter: { title: { ka: 'თავშესაფარი', en: 'A shelter' }, value: { reason: 'in-shelter' } },
    },
    answer: mark,
  },
  addressMarks: { answer: { protected: true, items: [mark] } },
  askAddressLift: {
    bodies: {
      over: {
        title: { ka: 'საფრთხე აღარ არის', en: 'Danger over' },
        value: { reason: 'danger-over' },
      },
    },
    answer: lift,
  },
  confirmAddressLift: {
    answer: { ...lift, confirmed: { at, agency: 'oversight-national' }, version: 2 },
  },
};
