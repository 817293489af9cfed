import type { Examples } from './example.ts';
import { referralExamples } from './referrals.ts';
import { taskExamples } from './tasks.ts';

const self = '/v1/inbound-keys/ink_7xpj8q2mzt5w9hkd3nrc';
const publicKey = 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=';

const first = { number: 1, scheme: 'v1', createdAt: '2026-11-02T08:00:00.000Z' };
const door = {
  id: 'ink_7xpj8q2mzt5w9hkd3nrc',
  account: 'municipality-zestaponi',
  keys: [first],
  createdAt: first.createdAt,
  version: 1,
  links: { self, rotations: `${self}/rotations`, inbound: '/v1/inbound/municipality-zestaponi' },
};
const secret = 'whsec_shown+once+and+never+again+keep+it+safe=';

const task = { task: 'tsk_4n8qwe7zr2mfk9tgc3yh', version: 1 };
const [referral] = Object.values(referralExamples.submitReferral?.bodies ?? {});

export const inboundExamples: Examples = {
  createInboundKey: {
    bodies: {
      secret: {
        title: { ka: 'საიდუმლოს ჰაბი ქმნის', en: 'The hub makes a secret' },
        value: { scheme: 'v1' },
      },
      pair: {
        title: { ka: 'საკუთარი Ed25519 წყვილი', en: 'An Ed25519 pair of your own' },
        value: { scheme: 'v1a', publicKey },
      },
    },
    answer: { ...door, secret },
  },
  listInboundKeys: { answer: { items: [door] } },
  rotateInboundKey: {
    bodies: {
      overlap: {
        title: { ka: 'ძველი კიდევ ერთი დღე ძალაშია', en: 'The old one stays good for a day' },
        value: { scheme: 'v1', overlapDays: 1 },
      },
      atOnce: {
        title: { ka: 'ძველი გამჟღავნდა: მაშინვე', en: 'The old one became known: at once' },
        value: { scheme: 'v1a', publicKey, overlapDays: 0 },
      },
    },
    answer: {
      ...door,
      keys: [
        { ...first, until: '2026-11-25T09:00:00.000Z' },
        { number: 2, scheme: 'v1', createdAt: '2026-11-24T09:00:00.000Z' },
      ],
      version: 2,
      secret,
    },
  },
  receiveWebhook: {
    bodies: {
      accept: {
        title: { ka: 'ამოცანის აღება', en: 'Accept a task' },
        value: {
          type: 'task.transition',
          timestamp: '2026-11-24T09:05:00Z',
          data: { ...task, to: 'accepted', actingPerson: { name: 'Tamar Nimushadze' } },
        },
      },
      complete: {
        title: { ka: 'ამოცანის დასრულება', en: 'Complete a task' },
        value: {
          type: 'task.transition',
          data: { ...task, version: 2, to: 'completed', outcome: 'services-started' },
        },
      },
      refer: {
        title: { ka: 'შეტყობინების გაგზავნა', en: 'Send a referral' },
        value: { type: 'referral.submit', data: referral?.value },
      },
    },
    answer: taskExamples.transitionTask?.answer,
  },
};
