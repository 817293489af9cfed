import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../../shared/domain/ids.ts';
import { attempted, type Delivery } from '../../../shared/domain/webhook/delivery.ts';
import { isLookedFor, isWished } from '../../../shared/domain/webhook/delivery-filter.ts';
import { afterAttempt, claimed, type Lane } from '../../../shared/domain/webhook/lane.ts';
import {
  begun,
  canBeReplayed,
  mayReplay,
  rejoined,
  replayed,
} from '../../../shared/domain/webhook/replay.ts';
import { anEventId, aTaskId, counting, later, NOW, POLICE } from '../../build.ts';

const subject = { kind: 'task' as const, id: aTaskId() };
const endpoint = newEndpointId(counting());
const aDelivery = (over: Partial<Delivery> = {}): Delivery => ({
  ...{ agency: POLICE, endpoint, sequence: 7, event: anEventId(), type: 'task.requested', subject },
  ...{ status: 'delivered', attempts: [], replays: 0, version: 3, at: NOW },
  ...over,
});
const aLane = (waiting: number[], over: Partial<Lane> = {}): Lane => ({
  ...{ agency: POLICE, endpoint, subject, born: 'once', waiting, tried: 2, version: 4 },
  nextAt: later({ hours: 5 }),
  ...over,
});
const AT = later({ minutes: 1 });
const lease = { token: 'somebody', until: later({ minutes: 2 }) };

describe('what is sent again', () => {
  it.each([
    ['delivered', true],
    ['given-up', true],
    ['parked', true],
    ['waiting', false],
    ['withheld', false],
  ] as const)('is not what waits or was withheld: %s → %s', (status, can) => {
    expect(canBeReplayed(aDelivery({ status }))).toBe(can);
  });

  it('keeps the id of the webhook, and has a number of its own for each sending', () => {
    const before = aDelivery({ status: 'given-up', nextAttemptAt: NOW });
    const again = replayed(before);
    expect(again).toMatchObject({ event: before.event, status: 'waiting', replays: 1, version: 4 });
    expect(again.nextAttemptAt).toBeUndefined();
  });

  it('has the whole schedule before it', () => {
    const failed = { at: NOW, status: 500, milliseconds: 1 };
    const attempts = Array.from({ length: 30 }, () => failed);
    const again = replayed(aDelivery({ status: 'given-up', attempts }));
    const attempt = { ...failed, at: AT, replay: 1 };
    const endedAt = Date.parse(AT);
    const after = attempted(again, { attempt, endedAt, retryAfter: 0, random: 0.5 });
    expect(after.status).toBe('waiting');
    expect(Date.parse(after.nextAttemptAt ?? '') - endedAt).toBeLessThan(60_000);
  });

  it.each([
    ['active', undefined],
    ['disabled', 'endpoint-disabled'],
    ['unproven', 'endpoint-unproven'],
  ] as const)('goes to no endpoint that is not active: %s', (state, code) => {
    if (code) expect(() => mayReplay({ state })).toThrow(code);
    else expect(() => mayReplay({ state })).not.toThrow();
  });
});

describe('a lane that something joins again', () => {
  it('is due at once for what is older than all that waits', () => {
    const lane = rejoined(aLane([9, 12]), [7], AT);
    expect(lane).toMatchObject({ waiting: [7, 9, 12], tried: 0, nextAt: AT });
  });

  it('goes on waiting for what is newer, and for its endpoint', () => {
    expect(rejoined(aLane([9]), [12], AT)).toMatchObject({ waiting: [9, 12], tried: 2 });
    const held = rejoined(aLane([9], { held: true }), [7], AT);
    expect(held).toMatchObject({ waiting: [7, 9], held: true, nextAt: later({ hours: 5 }) });
  });

  it('keeps first what a sender has in hand, so that its record takes off just that', () => {
    const own = claimed(aLane([9, 12]), lease);
    const lane = rejoined(own, [7, 10], AT);
    expect(lane.waiting).toEqual([9, 7, 10, 12]);
    const delivered = aDelivery({ sequence: 9 });
    expect(afterAttempt(lane, delivered, AT).waiting).toEqual([7, 10, 12]);
  });

  it('loses nothing, doubles nothing, and is in order but for what is in hand', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (waiting, again, leased) => {
        const first = waiting.toSorted((a, b) => a - b);
        const lane = aLane(first, leased ? { lease } : {});
        const next = rejoined(lane, again, AT).waiting;
        expect(new Set(next)).toEqual(new Set([...waiting, ...again]));
        expect(new Set(next).size).toBe(next.length);
        const ordered = leased ? next.slice(1) : next;
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        if (leased) expect(next[0]).toBe(first[0]);
      }),
    );
  });

  it('is begun in order, by the nearest deadline', () => {
    const two = [
      aDelivery({ sequence: 9, deadline: later({ hours: 2 }) }),
      aDelivery({ sequence: 8, deadline: later({ hours: 3 }) }),
    ] as const;
    expect(begun([...two], AT)).toMatchObject({
      ...{ waiting: [8, 9], deadline: later({ hours: 2 }), nextAt: AT, version: 1, subject },
    });
  });
});

describe('what is looked for', () => {
  const delivery = aDelivery();
  it.each([
    [{}, true],
    [{ status: 'delivered' }, true],
    [{ status: 'waiting' }, false],
    [{ type: 'task.requested', subject: subject.id }, true],
    [{ type: 'task.accepted' }, false],
    [{ subject: 'tsk_other' }, false],
    [{ from: NOW }, true],
    [{ to: NOW }, false],
    [{ from: AT }, false],
    [{ to: AT }, true],
  ] as const)('by %j: %s', (filter, is) => {
    expect(isLookedFor(delivery, filter)).toBe(is);
  });

  it.each([
    [{ sequences: { from: 7, to: 7 } }, true],
    [{ sequences: { from: 8, to: 9 } }, false],
    [{ times: { from: NOW, to: AT } }, true],
    [{ neverAttempted: true }, true],
    [{ status: 'parked' }, false],
  ] as const)('to be sent again by %j: %s', (wish, is) => {
    expect(isWished(delivery, wish)).toBe(is);
  });
});
