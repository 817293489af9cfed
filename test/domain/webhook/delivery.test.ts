import { describe, expect, it } from 'vitest';
import { EndpointId, newEndpointId, newEventId, newTaskId } from '../../../shared/domain/ids.ts';
import {
  type Attempt,
  attempted,
  type Delivery,
  isDelivered,
} from '../../../shared/domain/webhook/delivery.ts';
import { linkOf, payloadOf, WebhookPayload } from '../../../shared/domain/webhook/payload.ts';
import { anEventId, aTaskId, counting, later, NOW, POLICE } from '../../build.ts';

const delivery: Delivery = {
  agency: POLICE,
  endpoint: EndpointId.parse(newEndpointId(counting())),
  sequence: 7,
  event: newEventId(counting()),
  type: 'task.requested',
  subject: { kind: 'task', id: newTaskId(counting()) },
  status: 'waiting',
  attempts: [],
  replays: 0,
  version: 3,
};
const answered = (status: number | undefined): Attempt => ({ at: NOW, status, milliseconds: 5 });
const next = later({ minutes: 1 });
/** The delivery after one attempt that ended at once. */
const outcome = (before: Delivery, attempt: Attempt, over: { retryAfter?: number } = {}) =>
  attempted(before, {
    attempt,
    endedAt: Date.parse(attempt.at),
    retryAfter: 0,
    random: 0,
    ...over,
  });

describe('an attempt', () => {
  it.each([200, 201, 202, 204, 299])('answered %i has delivered', (status) => {
    expect(outcome({ ...delivery, nextAttemptAt: next }, answered(status))).toEqual({
      ...delivery,
      status: 'delivered',
      attempts: [answered(status)],
      version: 4,
    });
  });

  it.each([100, 301, 302, 303, 307, 308, 400, 401, 404, 409, 429, 500, 503])(
    'answered %i has failed and is repeated: a redirect is no delivery',
    (status) => {
      expect(isDelivered(answered(status))).toBe(false);
      expect(outcome(delivery, answered(status))).toMatchObject({
        status: 'waiting',
        nextAttemptAt: later({ seconds: 4 }),
        version: 4,
      });
    },
  );

  it('not answered at all is repeated', () => {
    const attempt = { at: NOW, error: 'connection-refused', milliseconds: 5 };
    expect(outcome(delivery, attempt)).toMatchObject({ status: 'waiting' });
  });

  it('is repeated no sooner than the receiver asks for', () => {
    const asked = outcome(delivery, answered(429), { retryAfter: 900 });
    expect(asked.nextAttemptAt).toBe(later({ seconds: 900 }));
  });

  it('answered 410 is not repeated: there is nobody at this address', () => {
    const gone = outcome(delivery, answered(410));
    expect(gone).toMatchObject({ status: 'parked', attempts: [{ status: 410 }] });
    expect(gone.nextAttemptAt).toBeUndefined();
  });

  it('after the last pause gives up, and keeps what was tried', () => {
    const tries = Array.from({ length: 14 }, (_, i) => ({
      ...answered(500),
      at: later({ hours: 6 * i }),
    }));
    const last = { ...answered(503), at: later({ hours: 80 }) };
    const tried = { ...delivery, attempts: tries };
    expect(outcome(tried, last)).toMatchObject({ status: 'given-up', version: 4 });
    expect(outcome(tried, last).attempts).toHaveLength(15);
  });

  it('is not the last before three days have gone, however many there were', () => {
    const tries = Array.from({ length: 40 }, () => answered(500));
    const soon = { ...answered(503), at: later({ hours: 71 }) };
    expect(outcome({ ...delivery, attempts: tries }, soon)).toMatchObject({ status: 'waiting' });
  });

  it('of a sending by hand has the whole schedule before it', () => {
    const tries = Array.from({ length: 15 }, () => answered(500));
    const again = { ...delivery, attempts: tries, replays: 1 };
    const attempt = { ...answered(500), at: later({ hours: 100 }), replay: 1 };
    expect(outcome(again, attempt)).toMatchObject({
      status: 'waiting',
      nextAttemptAt: later({ hours: 100, seconds: 4 }),
    });
  });

  it.each(['parked', 'given-up', 'delivered', 'withheld'] as const)(
    'made while it became %s is kept, and only an arrival changes what it is',
    (status) => {
      const meanwhile = { ...delivery, status };
      expect(outcome(meanwhile, answered(500))).toMatchObject({
        status,
        attempts: [{ status: 500 }],
      });
      expect(outcome(meanwhile, answered(200))).toMatchObject({ status: 'delivered' });
    },
  );
});

describe('the payload of a webhook', () => {
  const entry = {
    event: anEventId(),
    agency: POLICE,
    sequence: 12,
    type: 'task.requested' as const,
    subject: { kind: 'task' as const, id: aTaskId() },
    at: NOW,
    deadline: next,
    urgency: 'urgent' as const,
  };

  it('is an id, a kind, a deadline and where to fetch the rest, in less than 2 kB', () => {
    const payload = payloadOf(entry);
    expect(payload).toEqual({
      type: 'task.requested',
      timestamp: NOW,
      data: {
        id: entry.event,
        sequence: 12,
        subject: entry.subject,
        deadline: next,
        urgency: 'urgent',
        link: `/v1/tasks/${entry.subject.id}`,
      },
    });
    expect(JSON.stringify(payload).length).toBeLessThan(2048);
  });

  it('leaves out whatever else a feed entry may come to hold', () => {
    const more = { ...entry, childName: 'Secret', narrative: 'Secret' };
    expect(JSON.stringify(payloadOf(more))).not.toContain('Secret');
  });

  it.each([
    ['a subject with more than its id', { subject: { ...entry.subject, name: 'ნინო' } }],
    ['a subject as long as a sentence', { subject: { kind: 'task', id: 'ა'.repeat(41) } }],
    ['a subject longer than any id', { subject: { kind: 'agency', id: 'a'.repeat(61) } }],
    ['a subject that is a name', { subject: { kind: 'task', id: 'ნინო' } }],
    ['a subject of several words', { subject: { kind: 'task', id: 'nino hit her' } }],
    ['a kind that is a name', { subject: { kind: 'ნინო', id: 'tsk_1' } }],
    ['an event that is none', { event: 'ნინო' }],
    ['a type of no catalogue', { type: 'child.named' as never }],
  ])('is refused as a fault with %s', (_, over) => {
    expect(() => payloadOf({ ...entry, ...over })).toThrow();
  });

  it('allows no key beyond the list', () => {
    const payload = payloadOf(entry);
    expect(WebhookPayload.safeParse({ ...payload, note: 'x' }).success).toBe(false);
    expect(
      WebhookPayload.safeParse({ ...payload, data: { ...payload.data, name: 'x' } }).success,
    ).toBe(false);
  });

  it.each([
    [{ kind: 'referral', id: 'ref_1' }, '/v1/referrals/ref_1'],
    [{ kind: 'case', id: 'cas_1' }, '/v1/cases/cas_1'],
    [{ kind: 'task', id: 'tsk_1' }, '/v1/tasks/tsk_1'],
    [{ kind: 'endpoint', id: 'whe_1' }, '/v1/webhook-endpoints'],
  ])('links %j to %s', (subject, link) => {
    expect(linkOf(subject)).toBe(link);
  });
});
