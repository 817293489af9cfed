import { beforeEach, describe, expect, it } from 'vitest';
import { clientLimit, TooManyRequests } from '../../shared/platform/client-limit.ts';

let at: number;
let limit: ReturnType<typeof clientLimit>;
beforeEach(() => {
  at = Date.parse('2026-11-24T09:00:00Z');
  limit = clientLimit(() => at);
});

/** How many of so many calls get through, at one moment. */
function through(calls: number, sub = 'police-imereti', action?: Parameters<typeof limit>[1]) {
  let passed = 0;
  for (let call = 0; call < calls; call += 1)
    try {
      limit(sub, action);
      passed += 1;
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
    }
  return passed;
}

describe('a client', () => {
  it('may make many calls at once, and then as many as it gets back', () => {
    expect(through(5000)).toBe(2000);
    at += 1000;
    expect(through(100)).toBe(20);
    at += 3_600_000;
    expect(through(5000)).toBe(2000);
  });

  it('is told when the next call will be answered, and it is', () => {
    through(2000);
    let told: unknown;
    try {
      limit('police-imereti', 'task.list');
    } catch (error) {
      told = error;
    }
    expect(told).toMatchObject({ code: 'too-many-requests', kind: 'too-often', retryAfter: 1 });
    at += 1000;
    expect(through(1)).toBe(1);
  });

  it('costs others nothing', () => {
    through(5000);
    expect(through(10, 'agency-imereti')).toBe(10);
  });

  it('that has used up its calls can still bring in a child in danger', () => {
    through(5000);
    for (const action of ['referral.submit', 'addition.make', 'task.transition'] as const)
      expect(through(500, 'police-imereti', action)).toBe(500);
    expect(through(1, 'police-imereti', 'task.list')).toBe(0);
  });

  it('is limited there as well, ten times higher', () => {
    expect(through(30_000, 'school-zestaponi', 'referral.submit')).toBe(20_000);
  });

  it('is not hurt by a clock that was put back', () => {
    through(1999);
    at -= 60_000;
    expect(through(2)).toBe(1);
    at += 1000;
    expect(through(30)).toBe(20);
  });
});

describe('a crowd of clients', () => {
  it('takes bounded memory: those remembered are forgotten, not refused', () => {
    through(5000);
    for (let other = 0; other < 5000; other += 1) limit(`sub-${other}`, 'task.list');
    expect(through(1)).toBe(1);
  });
});
