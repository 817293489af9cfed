import type { Examples } from './example.ts';

const referral = 'ref_7k3m92qd';
const self = `/v1/referrals/${referral}`;

const hold = {
  number: 1,
  at: '2036-10-02T09:00:00.000Z',
  agency: 'oversight-national',
  reason: { code: 'complaint', label: 'A complaint or a claim is being examined' },
  note: 'The grown child asks for the file; the request is being examined.',
  holds: true,
  version: 1,
  links: { lifting: `${self}/holds/1/lifting` },
};
const asked = {
  ...hold,
  version: 2,
  liftingAsked: { at: '2036-12-01T09:00:00.000Z', agency: 'oversight-national' },
  links: { confirmation: `${self}/holds/1/lifting/confirmation` },
};
const rotation = {
  number: 1,
  begunAt: '2026-12-01T09:00:00.000Z',
  state: 'going-on',
  rewrapped: 1800,
  passed: 12,
};
const violence = {
  code: 'violence',
  label: 'A record of violence: it counts from the end of proceedings',
};

export const retentionExamples: Examples = {
  endProceedings: {
    bodies: {
      judgment: {
        title: { ka: 'განაჩენი კანონიერ ძალაშია', en: 'The judgment is final' },
        value: { outcome: 'judgment-final', endedAt: '2028-03-14T10:00:00.000Z' },
      },
    },
    answer: {
      case: 'cas_5w9hkd3nrc7xpj8q2mzt',
      endedAt: '2028-03-14T10:00:00.000Z',
      outcome: { code: 'judgment-final', label: 'The judgment is final' },
      recordedAt: '2028-03-15T08:00:00.000Z',
      agency: 'prosecutor-imereti',
      erasures: [{ referral, on: '2038-03-14' }],
      version: 12,
    },
  },
  getRetention: {
    answer: {
      referral,
      rule: violence,
      since: '2028-03-14T10:00:00.000Z',
      eraseOn: '2038-03-14',
      keptBecause: [{ code: 'hold', label: 'It is held' }],
      holds: [hold],
    },
  },
  setHold: {
    bodies: {
      complaint: {
        title: { ka: 'განიხილება საჩივარი', en: 'A complaint is being examined' },
        value: { reason: 'complaint', note: 'სრულწლოვანი ითხოვს ჩანაწერს; მოთხოვნა განიხილება.' },
      },
    },
    answer: hold,
  },
  askLifting: {
    bodies: {
      answered: {
        title: { ka: 'საჩივარს პასუხი გაეცა', en: 'The complaint was answered' },
        value: { note: 'საჩივარს პასუხი გაეცა და ვადაც გავიდა.' },
      },
    },
    answer: asked,
  },
  confirmLifting: {
    answer: {
      ...asked,
      version: 3,
      holds: false,
      lifted: { at: '2036-12-02T09:00:00.000Z', agency: 'oversight-national' },
      links: {},
    },
  },
  listErasures: {
    answer: {
      until: '2038-04-01T08:00:00.000Z',
      items: [{ referral, rule: violence, eraseOn: '2038-03-14' }],
    },
  },
  beginRotation: { answer: rotation },
  getRotation: {
    answer: { ...rotation, state: 'ended', rewrapped: 5120, endedAt: '2026-12-01T09:40:00.000Z' },
  },
};
