import type { Examples } from './example.ts';

const item = {
  sequence: 118,
  id: 'evt_8q2mzt5w9hkd3nrc7xpj',
  type: 'task.requested',
  subject: { kind: 'task', id: 'tsk_4n8qwe7zr2mfk9tgc3yh' },
  at: '2026-11-24T09:05:00.000Z',
  deadline: '2026-11-24T10:05:00.000Z',
  urgency: 'urgent',
  links: { subject: '/v1/tasks/tsk_4n8qwe7zr2mfk9tgc3yh' },
};

const position = {
  agency: 'municipality-zestaponi',
  sequence: 117,
  last: 118,
  version: 41,
  at: '2026-11-24T08:40:12.300Z',
  links: { feed: '/v1/feed?after=117' },
};

/** Of the two entries 117 and 118. */
const digest = {
  day: '2026-11-24',
  final: true,
  count: 2,
  first: 117,
  last: 118,
  hash: '22e83511511c92a810d58669c0b5213c0a97ccea444d6f04dc35361b100ff6ec',
  links: { entries: '/v1/feed?after=116' },
};

const quiet = {
  day: '2026-11-23',
  final: true,
  count: 0,
  last: 116,
  hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  links: { entries: '/v1/feed?after=116' },
};

export const feedExamples: Examples = {
  readFeed: { answer: { items: [item], last: 118 } },
  getFeedPosition: { answer: position },
  putFeedPosition: {
    bodies: {
      taken: {
        title: { ka: 'ყველაფერი 118-მდე გადმოტანილია', en: 'Everything up to 118 is taken over' },
        value: { sequence: 118 },
      },
    },
    answer: { ...position, sequence: 118, version: 42, links: { feed: '/v1/feed?after=118' } },
  },
  rewindFeed: {
    bodies: {
      own: {
        title: { ka: 'სისტემა ასლიდან აღდგა', en: 'The system was restored from a backup' },
        value: { to: 90, reason: 'restored' },
      },
      help: {
        title: { ka: 'ზედამხედველობა უწყებას ეხმარება', en: 'Oversight helps an agency' },
        value: { to: 0, reason: 'new-system', agency: 'municipality-zestaponi' },
      },
    },
    answer: { ...position, sequence: 90, version: 43, links: { feed: '/v1/feed?after=90' } },
  },
  listFeedDigests: { answer: { items: [quiet, digest] } },
  getFeedDigest: { answer: digest },
  reconcileFeed: {
    bodies: {
      day: {
        title: { ka: 'ერთი დღე, ანაბეჭდით', en: 'One day, by its hash' },
        value: {
          day: '2026-11-24',
          count: 1,
          last: 117,
          hash: '63b01f4f338e3e860146cc27ef5844d959f2cedfa6b3e26e722910d1a5192225',
        },
      },
      ids: {
        title: { ka: 'ნომრები, რომლებიც გაქვთ', en: 'The ids you hold' },
        value: { from: 117, to: 118, ids: ['evt_5w9hkd3nrc7xpj8q2mzt'] },
      },
    },
    answer: {
      equal: false,
      from: 117,
      to: 118,
      missing: [
        {
          ...item,
          takenOverAt: '2026-11-24T09:06:02.100Z',
          deliveries: [{ endpoint: 'whe_3nrc7xpj8q2mzt5w9hkd', status: 'delivered' }],
        },
      ],
      unknown: [],
      compare: [],
      position,
    },
  },
};
