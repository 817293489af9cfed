import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../../shared/domain/ids.ts';
import {
  ENDPOINTS_MOST,
  type SigningKey,
  signingAt,
  USUAL_LIMITS,
  type WebhookEndpoint,
  wants,
} from '../../../shared/domain/webhook/endpoint.ts';
import { outcomeOf, wordsOf } from '../../../shared/domain/webhook/outcome-words.ts';
import { askAgainAt, isEchoed, proved, unanswered } from '../../../shared/domain/webhook/prove.ts';
import { changed, registered, type Wish } from '../../../shared/domain/webhook/register.ts';
import {
  KEYS_MOST,
  nextNumber,
  rotated,
  schemesOf,
} from '../../../shared/domain/webhook/rotate.ts';
import { disabled, enabled } from '../../../shared/domain/webhook/switch.ts';
import { aTaskId, counting, later, NOW, POLICE } from '../../build.ts';

const DAY = 24 * 60;
const min = (minutes: number): string => later({ minutes });
const key = (number: number, scheme: 'v1' | 'v1a' = 'v1', createdAt = NOW): SigningKey => ({
  ...{ number, scheme, createdAt },
  secret: { box: new Uint8Array() },
});
const wish: Wish = {
  ...{ url: 'https://example.org/hook', events: ['*'], payload: 1, limits: USUAL_LIMITS },
};
const asked = {
  id: newEndpointId(counting()),
  agency: POLICE,
  keys: [key(1)],
  token: 'one',
  at: NOW,
};
const fresh = registered(wish, asked, []);
const active = proved(fresh, min(1));

describe('an endpoint', () => {
  it('begins unproven, asked at once, with the usual limits', () => {
    expect(fresh).toMatchObject({ state: 'unproven', version: 1, next: NOW, limits: USUAL_LIMITS });
    expect(fresh.proof).toEqual({ token: 'one', tries: 0 });
  });

  it('is one of so many at most', () => {
    const there = Array.from({ length: ENDPOINTS_MOST });
    expect(() => registered(wish, asked, there)).toThrow('too-many-endpoints');
    expect(registered(wish, asked, there.slice(1)).version).toBe(1);
  });

  it('keeps its proof for as long as its address', () => {
    const by = { token: 'two', at: min(2) };
    const same = changed(active, { ...wish, events: ['task.requested'] }, by);
    expect(same).toMatchObject({
      state: 'active',
      version: active.version + 1,
      proof: active.proof,
    });
    const moved = changed(active, { ...wish, url: 'https://example.org/other' }, by);
    expect(moved).toMatchObject({ state: 'unproven', next: by.at });
    expect(moved.proof).toEqual({ token: 'two', tries: 0 });
  });

  it('loses what its owner left out', () => {
    const named = { ...active, description: 'first', contact: key(1).secret };
    const next = changed(named, wish, { token: 'two', at: NOW });
    expect([next.description, next.contact]).toEqual([undefined, undefined]);
  });

  it('that is off and moves stays off, and is proved when it is on again', () => {
    const off = disabled(active, 'owner', min(1));
    const moved = changed(off, { ...wish, url: 'https://a.example/' }, { token: 'two', at: NOW });
    expect(moved).toMatchObject({ state: 'disabled', proof: { token: 'two', tries: 0 } });
    expect(enabled(moved, { token: 'three', at: NOW }).state).toBe('unproven');
  });

  it.each([
    ['owner', 'active', 'one'],
    ['gone', 'unproven', 'two'],
    ['failing', 'unproven', 'two'],
  ] as const)('that was switched off as %s is %s when it is on again', (because, state, token) => {
    const off = disabled(active, because, min(5));
    expect(off).toMatchObject({ state: 'disabled', disabled: { because, at: min(5) } });
    const on = enabled(off, { token: 'two', at: min(9) });
    expect(on).toMatchObject({ state, next: min(9), proof: { token } });
    expect(on.disabled).toBeUndefined();
    expect(on.version).toBe(active.version + 2);
  });
});

describe('the proof', () => {
  it.each([
    [200, '{"challenge":"tok"}', true],
    [202, ' tok\n', true],
    [200, '{"challenge":"tok","more":1}', true],
    [200, '{"challenge":"other"}', false],
    [200, '{"token":"tok"}', false],
    [200, 'ok', false],
    [200, 'it is tok', false],
    [200, '', false],
    [200, '["tok"]', false],
    [204, '', false],
    [302, 'tok', false],
    [400, '{"challenge":"tok"}', false],
  ])('is a 2xx with the token: %i %s → %s', (status, body, is) => {
    expect(isEchoed({ status, body }, 'tok', false)).toBe(is);
  });

  it('is any 2xx, and no other status, where addresses are this machine’s own', () => {
    expect(isEchoed({ status: 204, body: '' }, 'tok', true)).toBe(true);
    expect(isEchoed({ status: 500, body: 'tok' }, 'tok', true)).toBe(false);
  });

  it('is asked for within minutes, then rarer, over days and not for ever', () => {
    const pauses: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = askAgainAt(tries, NOW);
      if (!next) break;
      pauses.push(Date.parse(next) - Date.parse(NOW));
    }
    expect(pauses[0]).toBe(60_000);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / (DAY * 60_000);
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(10);
  });

  it('that never came leaves the endpoint as it is, and out of the index', () => {
    const { next, ...rest } = fresh;
    expect(next).toBeDefined();
    expect(unanswered(fresh)).toEqual({ ...rest, version: 2 });
  });
});

describe('a rotation', () => {
  const rotate = (endpoint: WebhookEndpoint, overlapDays: number, at: string) =>
    rotated(endpoint, [key(nextNumber(endpoint), 'v1', at)], { overlapDays, at });
  const signing = (endpoint: WebhookEndpoint, at: string) =>
    signingAt(endpoint, at).map(({ number }) => number);

  it('lets the old key sign until the overlap is over', () => {
    const next = rotate(active, 1, NOW);
    expect(signing(next, min(DAY - 1))).toEqual([1, 2]);
    expect(signing(next, min(DAY))).toEqual([2]);
  });

  it('without an overlap leaves the new key alone', () => {
    expect(rotate(rotate(active, 7, NOW), 0, min(1)).keys.map(({ number }) => number)).toEqual([3]);
  });

  it('never lets a key sign longer than it was to', () => {
    const next = rotate(rotate(active, 1, NOW), 7, min(1));
    expect(signing(next, min(DAY - 1))).toEqual([1, 2, 3]);
    expect(signing(next, min(DAY))).toEqual([2, 3]);
  });

  it('moves between the schemes', () => {
    const both = rotated(active, [key(2, 'v1'), key(3, 'v1a')], { overlapDays: 1, at: NOW });
    expect(schemesOf(both)).toEqual(['v1', 'v1a']);
    expect(schemesOf(rotated(both, [key(4, 'v1a')], { overlapDays: 1, at: NOW }))).toEqual(['v1a']);
  });

  it('always leaves one key that signs without an end, numbers none twice, and bounds them', () => {
    const turns = fc.array(fc.record({ overlapDays: fc.nat(7), minutes: fc.nat(3 * DAY) }));
    fc.assert(
      fc.property(turns, (all) => {
        let endpoint = active;
        let minutes = 0;
        for (const turn of all) {
          minutes += turn.minutes;
          try {
            endpoint = rotate(endpoint, turn.overlapDays, min(minutes));
          } catch (error) {
            expect(String(error)).toContain('too-many-keys');
          }
          expect(endpoint.keys.length).toBeLessThanOrEqual(KEYS_MOST);
          expect(endpoint.keys.filter(({ until }) => until === undefined)).toHaveLength(1);
          expect(endpoint.keys.at(-1)?.until).toBeUndefined();
          const numbers = endpoint.keys.map(({ number }) => number);
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
    );
  });
});

describe('what an endpoint is told of', () => {
  const task = { type: 'task.requested', subject: { kind: 'task', id: aTaskId() } } as const;
  const news = (id: string) =>
    ({ type: 'endpoint.disabled', subject: { kind: 'endpoint', id } }) as const;
  const { id } = active;

  it.each([
    [['*'], task, true],
    [['task.requested'], task, true],
    [['task.accepted'], task, false],
    [['*'], news('whe_other'), false],
    [['endpoint.disabled'], news('whe_other'), true],
    [['*', 'endpoint.disabled'], news(id), false],
  ] as const)('%j: %j → %s', (events, told, is) => {
    expect(wants({ id, events: [...events] }, told)).toBe(is);
  });
});

describe('what stood in the way', () => {
  it.each([
    [{ status: 302 }, 'redirected'],
    [{ status: 401 }, 'not-let-in'],
    [{ status: 404 }, 'not-taken'],
    [{ status: 410 }, 'gone'],
    [{ status: 429 }, 'slowed-down'],
    [{ status: 503 }, 'broken'],
    [{ status: 700 }, 'failed'],
    [{ error: 'timed-out' }, 'timed-out'],
    [{ error: 'not-public' }, 'not-public'],
    [{ error: 'E_UNHEARD_OF' }, 'failed'],
    [{ error: 'toString' }, 'failed'],
  ] as const)('%j is %s, with words in both languages', (ended, outcome) => {
    expect(outcomeOf(ended)).toBe(outcome);
    const { label, instead } = wordsOf(outcome);
    for (const words of [label, instead]) {
      expect(words.ka).toMatch(/[ა-ჰ]/);
      expect(words.en.length).toBeGreaterThan(10);
    }
  });
});
