import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EndpointId, newEndpointId, newEventId, newTaskId } from '../../../shared/domain/ids.ts';
import {
  type Attempt,
  attempted,
  type Delivery,
  isDelivered,
  pauseAfter,
} from '../../../shared/domain/webhook/delivery.ts';
import { linkOf, payloadOf, WebhookPayload } from '../../../shared/domain/webhook/payload.ts';
import { anEventId, aTaskId, counting, later, NOW, POLICE } from '../../build.ts';

const HOUR = 3600;
const schedule = (random: () => number): number[] => {
  const pauses: number[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const pause = pauseAfter(attempt, random());
    if (pause === undefined) return pauses;
    pauses.push(pause);
  }
};
const middle = schedule(() => 0.5);

describe('the attempts at a webhook', () => {
  it('are ten or more over 72 hours or more, however the pauses are spread', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (drawn) => {
        const pauses = schedule(() => drawn.next().value ?? 0);
        expect(pauses.length + 1).toBeGreaterThanOrEqual(10);
        expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(72 * HOUR);
        for (const [i, pause] of pauses.entries()) {
          const nominal = middle[i] ?? 0;
          expect(Math.abs(pause - nominal)).toBeLessThanOrEqual(nominal * 0.2 + 1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('begin again within seconds and grow rarer', () => {
    expect(middle[0]).toBeLessThanOrEqual(10);
    expect(middle).toEqual(middle.toSorted((a, b) => a - b));
  });

  it('wait as long as the receiver asks, and never less than planned', () => {
    expect(pauseAfter(1, 0.5, 900)).toBe(900);
    expect(pauseAfter(5, 0.5, 1)).toBe(middle[4]);
    expect(pauseAfter(middle.length + 1, 0.5, 900)).toBeUndefined();
  });
});

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

describe('an attempt', () => {
  it.each([200, 201, 202, 204, 299])('answered %i has delivered', (status) => {
    expect(attempted(delivery, answered(status), next)).toEqual({
      ...delivery,
      status: 'delivered',
      attempts: [answered(status)],
      version: 4,
      nextAttemptAt: undefined,
    });
  });

  it.each([100, 301, 302, 303, 307, 308, 400, 401, 404, 409, 429, 500, 503])(
    'answered %i has failed and is repeated: a redirect is no delivery',
    (status) => {
      expect(isDelivered(answered(status))).toBe(false);
      expect(attempted(delivery, answered(status), next)).toMatchObject({
        status: 'waiting',
        nextAttemptAt: next,
        version: 4,
      });
    },
  );

  it('not answered at all is repeated', () => {
    const attempt = { at: NOW, error: 'ECONNREFUSED', milliseconds: 5 };
    expect(attempted(delivery, attempt, next)).toMatchObject({ status: 'waiting' });
  });

  it('answered 410 is not repeated', () => {
    expect(attempted(delivery, answered(410), next)).toMatchObject({
      status: 'given-up',
      nextAttemptAt: undefined,
    });
  });

  it('after the last pause gives up, and keeps what was tried', () => {
    const tried = { ...delivery, attempts: [answered(500)] };
    expect(attempted(tried, answered(503), undefined)).toMatchObject({
      status: 'given-up',
      attempts: [{ status: 500 }, { status: 503 }],
    });
  });
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
