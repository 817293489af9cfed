import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EndpointId, newEndpointId } from '../../../shared/domain/ids.ts';
import { admit, hasRoom, released } from '../../../shared/domain/webhook/admission.ts';
import type { Attempt } from '../../../shared/domain/webhook/delivery.ts';
import { emptied, Health, lookedAt, unknownHealth } from '../../../shared/domain/webhook/health.ts';
import {
  DISABLED,
  FRESH_PROBE_MS,
  LEASE_MS,
  STUCK_MS,
  WARNED_AFTER_MS,
} from '../../../shared/domain/webhook/patience.ts';
import { reported } from '../../../shared/domain/webhook/reported.ts';
import { PAUSES } from '../../../shared/domain/webhook/schedule.ts';
import { counting, NOW, POLICE } from '../../build.ts';

const AT = Date.parse(NOW);
const LIMITS = { perSecond: 50, atOnce: 5 };
const HOUR = 3_600_000;
const FRESH = unknownHealth({
  agency: POLICE,
  endpoint: EndpointId.parse(newEndpointId(counting())),
});

type Answer = number | 'timed-out' | 'connection-refused';
const attempt = (answer: Answer): Attempt =>
  typeof answer === 'number'
    ? { at: NOW, status: answer, milliseconds: 5 }
    : { at: NOW, error: answer, milliseconds: 5 };

let named = 0;
interface Over {
  readonly retryAfter?: number;
  readonly urgent?: boolean;
  readonly random?: number;
  readonly limits?: typeof LIMITS;
}

/** One attempt that is let in, with how it ends. */
function tried(before: Health, at: number, answer: Answer, over: Over = {}) {
  named += 1;
  const token = `slot-${named}`;
  const limits = over.limits ?? LIMITS;
  const entered = admit(before, { at, token, limits, fresh: false });
  if (!entered.admitted) throw new Error(`not let in: ${entered.because}`);
  const said = { at, token, limits, attempt: attempt(answer), retryAfter: 0, random: 0.5 };
  return reported(entered.health, { ...said, urgent: false, ...over });
}
const isLetIn = (health: Health, at: number, over: { fresh?: boolean } = {}) =>
  admit(health, { at, token: 'asks', limits: LIMITS, fresh: false, ...over }).admitted;

/** Fails until it opens. */
function open(at = AT): Health {
  let health = FRESH;
  for (let i = 0; i < 5; i += 1) health = tried(health, at + i, 500).health;
  expect(health.breaker.state).toBe('open');
  return health;
}
const probeOf = ({ breaker }: Health) => {
  if (breaker.state !== 'open') throw new Error(`it is ${breaker.state}`);
  return breaker.nextProbe;
};

describe('an endpoint that answers', () => {
  it('is sent one at first, then twice as many each time that many were taken', () => {
    let health = FRESH;
    const widths = [health.width];
    for (let i = 0; i < 12; i += 1) {
      health = tried(health, AT + i * 100, 204).health;
      if (health.width !== widths.at(-1)) widths.push(health.width);
    }
    expect(widths).toEqual([1, 2, 4, 5]);
  });

  it('is never sent more at once than it bears, and a sender that died counts until its lease ends', () => {
    let health: Health = { ...FRESH, width: 5 };
    for (let i = 0; i < 5; i += 1) {
      const entered = admit(health, { at: AT, token: `${i}`, limits: LIMITS, fresh: true });
      expect(entered.admitted).toBe(true);
      health = entered.health;
    }
    expect(isLetIn(health, AT)).toBe(false);
    expect(isLetIn(released(health, '3', AT), AT)).toBe(true);
    expect(isLetIn(health, AT + LEASE_MS)).toBe(true);
  });

  it('is sent no more a second than it bears: turns are given in advance', () => {
    const limits = { perSecond: 4, atOnce: 20 };
    let health: Health = { ...FRESH, width: 20 };
    const starts: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const entered = admit(health, { at: AT, token: `${i}`, limits, fresh: true });
      health = entered.health;
      if (entered.admitted) starts.push(entered.startsAt - AT);
    }
    expect(starts).toEqual([0, 250, 500, 750, 1000]);
  });

  it('is left alone by others while one of them waits long for an answer', () => {
    const waiting = admit(
      { ...FRESH, width: 5 },
      { at: AT, token: 'slow', limits: LIMITS, fresh: true },
    );
    expect(isLetIn(waiting.health, AT + STUCK_MS - 1)).toBe(true);
    expect(isLetIn(waiting.health, AT + STUCK_MS)).toBe(false);
  });
});

describe('an endpoint that says it is too much', () => {
  it.each([429, 502, 503, 504, 'timed-out'] as const)(
    'by %s rests, and gets half as many',
    (answer) => {
      const { health } = tried({ ...FRESH, width: 4 }, AT, answer);
      expect(health.width).toBe(2);
      expect(isLetIn(health, AT + 999)).toBe(false);
      expect(isLetIn(health, AT + 1000)).toBe(true);
    },
  );

  it('is left alone as long as it asks', () => {
    const { health } = tried(FRESH, AT, 429, { retryAfter: 900 });
    expect(isLetIn(health, AT + 899_999)).toBe(false);
    expect(isLetIn(health, AT + 900_000)).toBe(true);
  });

  it.each([400, 404, 500, 302, 'connection-refused'] as const)(
    'is not one that answers %s',
    (answer) => {
      const { health } = tried({ ...FRESH, width: 4 }, AT, answer);
      expect(health).toMatchObject({ width: 4, restsUntil: 0 });
    },
  );
});

describe('an endpoint that fails', () => {
  it('stays closed for a few failures, and for few among many', () => {
    let health = FRESH;
    for (let i = 0; i < 4; i += 1) health = tried(health, AT + i, 500).health;
    expect(health.breaker.state).toBe('closed');
    health = FRESH;
    for (let i = 1; i < 40; i += 1) {
      health = tried(health, AT + 100 + i * 30, i % 3 === 0 ? 500 : 200).health;
      expect(health.breaker.state).toBe('closed');
    }
  });

  it('forgets failures of long ago', () => {
    let health = FRESH;
    for (let i = 0; i < 30; i += 1) health = tried(health, AT + i * 2 * 60_000, 500).health;
    expect(health.breaker.state).toBe('closed');
  });

  it('opens, and is then probed by one at a time, by the schedule', () => {
    let health = open();
    let last = AT + 4;
    for (const pause of [...PAUSES, PAUSES.at(-1) ?? 0]) {
      const at = probeOf(health);
      expect((at - last) / 1000).toBeGreaterThanOrEqual(pause * 0.8);
      expect((at - last) / 1000).toBeLessThanOrEqual(pause * 1.2);
      expect(isLetIn(health, at - 1)).toBe(false);
      const probing = admit(health, { at, token: 'probe', limits: LIMITS, fresh: false });
      expect(probing.admitted).toBe(true);
      expect(isLetIn(probing.health, at)).toBe(false);
      health = tried(health, at, 500).health;
      last = at;
    }
  });

  it('may be probed by news that nobody has tried, but not by all of it', () => {
    let health = open();
    for (let i = 0; i < 6; i += 1) health = tried(health, probeOf(health), 500).health;
    const { breaker } = health;
    const last = breaker.state === 'open' ? breaker.lastProbe : 0;
    expect(isLetIn(health, last + FRESH_PROBE_MS)).toBe(false);
    expect(isLetIn(health, last + FRESH_PROBE_MS, { fresh: true })).toBe(true);
    expect(isLetIn(health, last + FRESH_PROBE_MS - 1, { fresh: true })).toBe(false);
    const at = last + FRESH_PROBE_MS;
    const entered = admit(health, { at, token: 'news', limits: LIMITS, fresh: true });
    const said = { at, token: 'news', limits: LIMITS, attempt: attempt(500), retryAfter: 0 };
    const after = reported(entered.health, { ...said, random: 0.5, urgent: false }).health;
    // The schedule stays as it was, and the next news waits its time.
    expect(probeOf(after)).toBe(probeOf(health));
    expect(isLetIn(after, at + FRESH_PROBE_MS - 1, { fresh: true })).toBe(false);
  });

  it('comes back slowly, and opens again further down the schedule where it fails', () => {
    let health = open();
    for (let i = 0; i < 3; i += 1) health = tried(health, probeOf(health), 500).health;
    const at = probeOf(health);
    const back = tried(health, at, 200).health;
    expect(back).toMatchObject({ breaker: { state: 'recovering' }, width: 1 });
    const again = tried(back, at + 10, 'connection-refused').health;
    expect(again.breaker).toMatchObject({ state: 'open', probes: 4 });
    // One more that was taken is one step less.
    const flapping = tried(tried(back, at + 10, 200).health, at + 20, 'timed-out').health;
    expect(flapping.breaker).toMatchObject({ state: 'open', probes: 3 });
    let well = back;
    for (let i = 0; i < 9; i += 1) well = tried(well, at + 10 + i * 100, 200).health;
    expect(well).toMatchObject({ breaker: { state: 'closed' }, width: 5 });
  });
});

describe('the owner of an endpoint', () => {
  const failingSince = (from: number, at: number, over: Over = {}) =>
    tried(tried(FRESH, from, 500).health, at, 500, over);

  it.each([
    ['after an hour where urgent work waits', WARNED_AFTER_MS.urgent, true, 'urgent'],
    ['after a day', WARNED_AFTER_MS.day, false, 'day'],
    ['a day before it is switched off', WARNED_AFTER_MS.last, false, 'last'],
  ] as const)('is warned %s, once', (_, ms, urgent, warning) => {
    expect(failingSince(AT, AT + ms - 1, { urgent: false }).news).not.toContainEqual(
      expect.objectContaining({ warning }),
    );
    const { health, news } = failingSince(AT, AT + ms, { urgent });
    expect(news).toEqual([{ what: 'failing', warning, since: AT }]);
    expect(tried(health, AT + ms + 5000, 500, { urgent }).news).toEqual([]);
    expect(tried(health, AT + ms + 5000, 200).news).toEqual([{ what: 'recovered' }]);
  });

  it('hears nothing of a failure that is over soon', () => {
    expect(tried(tried(FRESH, AT, 500).health, AT + HOUR / 2, 200).news).toEqual([]);
  });

  it('has it switched off after days, many attempts, on several days, and a day after the last warning', () => {
    let health = FRESH;
    let warnedAt = Number.POSITIVE_INFINITY;
    const off: number[] = [];
    for (let at = AT; at < AT + 8 * 24 * HOUR && off.length === 0; at += 3 * HOUR) {
      const free = { ...health, breaker: { state: 'closed' as const }, recent: [] };
      const { health: next, news } = tried(free, at, 500);
      if (news.some((one) => one.what === 'failing' && one.warning === 'last')) warnedAt = at;
      if (news.some(({ what }) => what === 'worn-out')) off.push(at);
      health = next;
    }
    expect(off[0]).toBeGreaterThanOrEqual(AT + DISABLED.afterMs);
    expect(off[0]).toBeGreaterThanOrEqual(warnedAt + DISABLED.warnedMs);
    expect(health.failing).toBeUndefined();
  });

  const DAYS = 24 * HOUR;
  const old = {
    since: AT - 30 * DAYS,
    attempts: 100,
    days: [1, 2, 3],
    told: [{ what: 'last' as const, at: AT - 3 * DAYS }],
  };
  const newsOf = (failing: Health['failing']) =>
    tried({ ...FRESH, ...(failing && { failing }) }, AT, 500).news.map(({ what }) => what);

  it('has it switched off at the next failure where all of that has come together', () => {
    expect(newsOf(old)).toEqual(['worn-out']);
  });

  it.each([
    ['few attempts', { ...old, attempts: DISABLED.attempts - 2 }],
    ['attempts on two days alone', { ...old, days: [Math.floor(AT / DAYS), 1] }],
    ['no last warning', { ...old, told: [] }],
    ['a last warning of an hour ago', { ...old, told: [{ what: 'last' as const, at: AT - HOUR }] }],
    ['a few days', { ...old, since: AT - 4.9 * DAYS }],
  ])('keeps it after %s', (_, failing) => {
    expect(newsOf(failing)).not.toContain('worn-out');
  });
});

describe('the backlog', () => {
  it('has somebody who looks after it as long as anything may wait there', () => {
    const refused = admit(open(), { at: AT + 100, token: 'x', limits: LIMITS, fresh: true });
    expect(refused.health.next).toBe(probeOf(refused.health));
    expect(emptied(refused.health, AT + 200)).toMatchObject({ next: expect.any(Number) });
    expect(emptied(refused.health, AT + 61_000).next).toBeUndefined();
  });

  it('is not written down anew by each of hundreds that are refused', () => {
    const first = admit(open(), { at: AT + 100, token: 'x', limits: LIMITS, fresh: true });
    const second = admit(first.health, { at: AT + 200, token: 'y', limits: LIMITS, fresh: true });
    expect(second.health).toBe(first.health);
  });

  it('brings one more sender only where there is room for one', () => {
    const working = { token: 'a', since: AT, until: AT + 1000 };
    expect(hasRoom({ ...FRESH, width: 2, slots: [] }, AT, LIMITS)).toBe(true);
    expect(hasRoom({ ...FRESH, width: 2, slots: [working] }, AT, LIMITS)).toBe(false);
    expect(hasRoom(open(), AT, LIMITS)).toBe(false);
  });
});

const Answers = fc.constantFrom<Answer>(
  200,
  204,
  400,
  404,
  429,
  500,
  503,
  'timed-out',
  'connection-refused',
);
const Step = fc.record({
  wait: fc.integer({ min: 0, max: 40_000_000 }),
  answer: Answers,
  retryAfter: fc.constantFrom(0, 0, 0, 5, 3600),
  fresh: fc.boolean(),
  dies: fc.boolean(),
});

it('whatever an endpoint answers and whoever dies, holds what it promises', () => {
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 60 }), (steps) => {
      let health = FRESH;
      let at = AT;
      for (const [i, { wait, answer, retryAfter, fresh, dies }] of steps.entries()) {
        at += wait;
        const token = `t${i}`;
        const entered = admit(health, { at, token, limits: LIMITS, fresh });
        expect(Health.parse(entered.health)).toEqual(entered.health);
        expect(entered.health.slots.length).toBeLessThanOrEqual(LIMITS.atOnce);
        if (health.breaker.state === 'open')
          expect(entered.health.slots.length).toBeLessThan(2 + 4);
        if (!entered.admitted) {
          expect(entered.health.next).toBeGreaterThan(at);
          health = entered.health;
          continue;
        }
        expect(health.restsUntil).toBeLessThanOrEqual(at);
        health = entered.health;
        if (dies) continue;
        const said = { at, token, limits: LIMITS, attempt: attempt(answer), retryAfter };
        const after = reported(health, { ...said, random: 0.3, urgent: fresh });
        expect(Health.parse(after.health)).toEqual(after.health);
        expect(after.health.slots.map((slot) => slot.token)).not.toContain(token);
        if (after.health.heldAt !== undefined) expect(after.health.next).toBeDefined();
        expect(lookedAt(after.health, at)).toEqual(after.health);
        health = after.health;
      }
    }),
  );
});
