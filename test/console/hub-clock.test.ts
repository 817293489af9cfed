import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correction, hubNow, setByHub } from '../../console/words/hub-clock.ts';

const HOUR = 3_600_000;
/** The hub's time is the true one here; this machine's is off by so much. */
const off = fc.integer({ min: -48 * HOUR, max: 48 * HOUR });
const took = fc.integer({ min: 0, max: 30_000 });
const when = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('the hub’s time on a machine that has another', () => {
  it('is off by no more than the answer was under way', () => {
    fc.assert(
      fc.property(when, took, took, off, (answered, there, back, wrong) => {
        const date = Math.floor(answered / 1000) * 1000;
        const [asked, heard] = [answered - there + wrong, answered + back + wrong];
        const left = heard + correction(date, asked, heard) - (answered + back);
        expect(Math.abs(left)).toBeLessThanOrEqual(there + back + 1000);
      }),
    );
  });

  it('is its own where both may be right', () => {
    fc.assert(
      fc.property(when, took, took, (answered, there, back) => {
        const date = Math.floor(answered / 1000) * 1000;
        expect(correction(date, answered - there, answered + back)).toBe(0);
      }),
    );
  });

  it('is never taken from an answer that may have been kept', () => {
    const asked = Date.now();
    const dated = (headers: Record<string, string>) =>
      new Response('{}', { headers: { date: new Date(asked + HOUR).toUTCString(), ...headers } });
    setByHub(dated({ 'cache-control': 'public, max-age=3600' }), asked, asked);
    setByHub(dated({}), asked, asked);
    expect(hubNow().getTime() - Date.now()).toBeLessThan(HOUR / 2);
    setByHub(dated({ 'cache-control': 'no-store' }), asked, asked);
    expect(hubNow().getTime() - Date.now()).toBeGreaterThan(HOUR / 2);
    setByHub(new Response('{}', { headers: { 'cache-control': 'no-store' } }), asked, asked);
    expect(hubNow().getTime() - Date.now()).toBeGreaterThan(HOUR / 2);
  });
});
