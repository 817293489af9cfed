import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { freshKey, keyOf } from '../../conformance/keys.ts';
import { eventsFrom, freshChallenge } from '../../conformance/receiver/events.ts';
import { good } from '../../conformance/receiver/good.ts';
import { load } from '../../conformance/receiver/load.ts';
import { kept, order } from '../../conformance/receiver/order.ts';
import { refusals } from '../../conformance/receiver/refusals.ts';
import { repeats } from '../../conformance/receiver/repeats.ts';
import { rotation } from '../../conformance/receiver/rotation.ts';
import { time } from '../../conformance/receiver/time.ts';
import { cases } from '../../conformance/sender/cases.ts';
import { judgeAll } from '../../conformance/sender/judge.ts';
import receiverWords from '../../conformance/words/receiver.json' with { type: 'json' };
import { wordsOf } from '../../conformance/words/say.ts';
import senderWords from '../../conformance/words/sender.json' with { type: 'json' };
import type { EventType } from '../../shared/domain/journal/event.ts';
import { payloadSchema } from '../../shared/domain/webhook/payload-schema.ts';
import { signedHeaders, verifySignature } from '../../shared/platform/webhook-signing.ts';

const events = eventsFrom(100);
const { kit: secret } = freshKey('v1');
const valid = (body: string) => {
  const parsed = JSON.parse(body) as { type: EventType };
  return payloadSchema(parsed.type).safeParse(parsed).success;
};

describe('the kit sends what the hub sends', () => {
  it.each([
    ['a task', events.next()],
    ['the same in another spelling', events.next({ odd: true })],
    ['a challenge', events.aside('endpoint.challenged', freshChallenge())],
    ['a test', events.aside('endpoint.tested')],
  ])('%s', (_, { body }) => {
    expect(valid(body)).toBe(true);
  });

  it('and more than that only where it says so', () => {
    expect(valid(events.next({ more: true }).body)).toBe(false);
  });

  it.each(['v1', 'v1a'] as const)('signed by %s to the last sign as the hub signs', (scheme) => {
    const text = freshKey(scheme).kit;
    const body = Buffer.from(events.next().body);
    const headers = signedHeaders([{ secret: text }], 'evt_1', 1_700_000_000_000, body);
    expect(keyOf(text)?.sign('evt_1', '1700000000', body)).toBe(headers['webhook-signature']);
    const given = { keys: [{ secret: text }], headers, body, atMs: 1_700_000_000_000 };
    expect(verifySignature(given)).toEqual({ ok: true });
  });

  it('and as the official library does', () => {
    const body = events.next().body;
    const official = new Webhook(secret).sign('evt_1', new Date(1_700_000_000_000), body);
    expect(keyOf(secret)?.sign('evt_1', '1700000000', Buffer.from(body))).toBe(official);
  });
});

describe('each check', () => {
  const ids = [
    ...[...good, ...refusals, ...time, ...repeats, ...order, ...load, ...rotation, ...kept].map(
      ({ id }) => id,
    ),
    ...['reach.answers', 'reach.no-redirect', 'reach.https'],
    ...['time.replayed-capture', 'refuse.gives-nothing-away'],
    ...cases.map(({ id }) => id),
    ...judgeAll([]).map(({ id }) => id),
  ];

  it('has words, and no words are left over', () => {
    const words = [...Object.keys(receiverWords), ...Object.keys(senderWords)];
    expect(ids.toSorted()).toEqual(words.toSorted());
  });

  it.each(ids)('%s is explained in both languages', (id) => {
    for (const { ka, en } of Object.values(wordsOf(id))) {
      expect(ka.length).toBeGreaterThan(2);
      expect(en).not.toMatch(/[ა-ჰ]/);
    }
    const { name, why, mend } = wordsOf(id);
    for (const { ka } of [why, ...(id === 'send.body' ? [] : [mend])]) expect(ka).toMatch(/[ა-ჰ]/);
    expect(name.en).not.toBe('');
  });
});
