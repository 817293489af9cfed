import type { Examples } from './example.ts';

const self = '/v1/webhook-endpoints/whe_3nrc7xpj8q2mzt5w9hkd';
const links = {
  self,
  ...Object.fromEntries(
    ['deliveries', 'rotations', 'challenge', 'test', 'disable', 'enable'].map((name) => [
      name,
      `${self}/${name}`,
    ]),
  ),
};

const first = { number: 1, scheme: 'v1', createdAt: '2026-11-02T08:00:00.000Z' };
const endpoint = {
  id: 'whe_3nrc7xpj8q2mzt5w9hkd',
  url: 'https://social.zestaponi.example/ertad',
  events: ['*'],
  payload: 1,
  limits: { perSecond: 20, atOnce: 5 },
  state: 'active',
  proof: { provedAt: '2026-11-02T08:00:01.000Z', tries: 1 },
  keys: [first],
  createdAt: first.createdAt,
  version: 2,
  links,
};
const unproven = {
  ...endpoint,
  state: 'unproven',
  proof: { tries: 0, askedAgainAt: first.createdAt },
  version: 1,
};
const secret = 'whsec_shown+once+and+never+again+keep+it+safe=';

const named = {
  description: 'Case management, test system',
  contact: { mail: 'it@zestaponi.example', phone: '599 00 11 22' },
};

const sent = {
  event: 'evt_8q2mzt5w9hkd3nrc7xpj',
  at: '2026-11-24T09:05:00.400Z',
  arrived: true,
  status: 200,
  milliseconds: 85,
  excerpt: '{"challenge":"mR3v…"}',
  headers: {
    'webhook-id': 'evt_8q2mzt5w9hkd3nrc7xpj',
    'webhook-timestamp': '1795511100',
    'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
    'ertad-payload': '1',
  },
};

export const partnerExamples: Examples = {
  createEndpoint: {
    bodies: {
      everything: {
        title: { ka: 'ყველა მოვლენა', en: 'Every event' },
        value: { url: endpoint.url, events: ['*'] },
      },
      some: {
        title: { ka: 'მხოლოდ ახალი ამოცანები და ვადები', en: 'New tasks and deadlines only' },
        value: { url: endpoint.url, events: ['task.requested', 'clock.warned', 'clock.overdue'] },
      },
      bothSignatures: {
        title: { ka: 'ორივე ხელმოწერით და კონტაქტით', en: 'With both signatures and a contact' },
        value: { url: endpoint.url, scheme: 'both', ...named },
      },
    },
    answer: { ...unproven, secret },
  },
  listEndpoints: { answer: { items: [endpoint] } },
  getEndpoint: {
    answer: {
      ...endpoint,
      health: { waiting: 3, waitingMore: false, nextAt: '2026-11-24T09:10:00.000Z' },
    },
  },
  changeEndpoint: {
    bodies: {
      moved: {
        title: { ka: 'სხვა მისამართი', en: 'Another address' },
        value: { url: 'https://social.zestaponi.example/v2/ertad', events: ['*'], ...named },
      },
    },
    answer: {
      ...unproven,
      url: 'https://social.zestaponi.example/v2/ertad',
      ...named,
      version: 3,
    },
  },
  disableEndpoint: {
    answer: {
      ...endpoint,
      state: 'disabled',
      disabled: { at: '2026-11-24T09:00:00.000Z', because: 'owner' },
      version: 3,
    },
  },
  enableEndpoint: { answer: { ...endpoint, version: 4 } },
  rotateEndpoint: {
    bodies: {
      overlap: {
        title: { ka: 'ძველი კიდევ ერთი დღე აწერს ხელს', en: 'The old key signs for one more day' },
        value: { overlapDays: 1 },
      },
      ed25519: {
        title: { ka: 'გადასვლა Ed25519-ზე', en: 'Over to Ed25519' },
        value: { overlapDays: 7, scheme: 'v1a' },
      },
      atOnce: {
        title: { ka: 'ძველი გამჟღავნდა: მაშინვე', en: 'The old one became known: at once' },
        value: { overlapDays: 0 },
      },
    },
    answer: {
      ...endpoint,
      keys: [
        { ...first, until: '2026-11-25T09:00:00.000Z' },
        { number: 2, scheme: 'v1', createdAt: '2026-11-24T09:00:00.000Z' },
      ],
      version: 3,
      secret,
    },
  },
  challengeEndpoint: { answer: { ...endpoint, sent } },
  testEndpoint: {
    answer: {
      ...sent,
      arrived: false,
      status: 401,
      excerpt: 'signature does not match',
      problem: {
        code: 'not-let-in',
        label: 'The address did not let the sender in',
        instead:
          'The hub has no password: the signature shows who sends. Check that you verify with the right key.',
      },
    },
  },
};
