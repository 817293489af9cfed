import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOf } from '../../shared/domain/time.ts';
import { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { NOW } from '../build.ts';
import { type Answer, engine, type Seen } from '../deliveries/engine.ts';
import { anAgency, anEndpoint, aSubject, owed } from '../deliveries/world.ts';
import { chance } from '../hub/chance.ts';

const START = Date.parse(NOW);
const HOUR = 3_600_000;
/** Longer than any backlog of so few events lasts. */
const DAYS_MOST = 10;

/** What a history is made of: everything else follows from the seed. */
const History = fc.record({
  seed: fc.integer(),
  subjects: fc.integer({ min: 1, max: 4 }),
  endpoints: fc.integer({ min: 1, max: 2 }),
  atOnce: fc.integer({ min: 1, max: 3 }),
  perSecond: fc.constantFrom(1, 5, 50),
  appends: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 40_000 }),
      subjects: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  fails: fc.constantFrom(0, 0.1, 0.5),
  /** Of a hundred invocations so many die on the way. */
  dies: fc.constantFrom(0, 5, 30),
  loses: fc.constantFrom(0, 0.1, 0.5),
  doubles: fc.constantFrom(0, 0.3),
  /** The longest a call of the table takes: what is under way at the same time meets there. */
  callMs: fc.constantFrom(0, 5, 400),
});
type History = typeof History extends fc.Arbitrary<infer H> ? H : never;

const FAILURES: readonly Answer[] = [
  { afterMs: 3, error: 'connection-refused' },
  { afterMs: 40, status: 500 },
  { afterMs: 15_000, error: 'timed-out' },
  { afterMs: 30, status: 429, retryAfter: 20 },
  { afterMs: 50, status: 302 },
];

async function played(history: History) {
  const random = chance(history.seed);
  const { fails, dies, loses, doubles, callMs } = history;
  const answer = (): Answer =>
    random() < fails
      ? (FAILURES[Math.floor(random() * FAILURES.length)] ?? { afterMs: 1 })
      : { afterMs: 1 + Math.floor(300 * random()), status: 204 };
  let deaths = 0;
  const hub = engine({
    startsAt: START,
    random,
    answer,
    faults: {
      loses: () => random() < loses,
      doubles: () => random() < doubles,
      callMs: () => random() * callMs,
      diesAfter: () => {
        if (random() * 100 >= dies) return undefined;
        deaths += 1;
        return 1 + Math.floor(14 * random());
      },
    },
  });
  const agency = anAgency(1);
  for (let i = 0; i < history.endpoints; i += 1) {
    await hub.put(anEndpoint(agency, { perSecond: history.perSecond, atOnce: history.atOnce }));
  }
  const subjects = Array.from({ length: history.subjects }, aSubject);
  for (const { at, subjects: about } of history.appends) {
    hub.time.after(at, async () => {
      const now = hub.time.clock();
      const messages = about.flatMap((place) => {
        const subject = subjects[place % subjects.length];
        return subject ? [owed(hub, agency, { subject, at: now })] : [];
      });
      const endpoints = () => hub.endpoints.of(agency);
      await hub.deliveries.wake(await hub.feeds.append(agency, messages, endpoints, textOf(now)));
    });
  }
  await hub.time.run(() => {
    const since = hub.time.clock() - START;
    return since > DAYS_MOST * 24 * HOUR || (since > 60_000 && hub.isQuiet());
  });
  const deliveries = hub.memory.rows('DELIVERY#').map((row) => Delivery.parse(row));
  return { hub, deliveries, deaths };
}

const isOk = ({ answer: { status = 0 } }: Seen) => status >= 200 && status < 300;

/** README of delivery: no sooner than after fifteen attempts over 72 hours. */
const triedOut = (seen: readonly Seen[]): boolean => {
  const [first, last] = [seen.at(0), seen.at(-1)];
  const spanMs = first && last ? last.startedAt - first.startedAt : 0;
  return seen.length >= 15 && !seen.some(isOk) && spanMs >= 72 * HOUR;
};

it('whoever dies and whatever is lost: in order, one sender, nothing lost, the same id', async () => {
  await fc.assert(
    fc.asyncProperty(History, async (history) => {
      const { hub, deliveries, deaths } = await played(history);
      expect(hub.wrong).toEqual([]);
      expect(hub.memory.lanes()).toBe(0);

      const byOne = Map.groupBy(hub.seen, (one) => `${one.endpoint} ${one.sequence}`);
      for (const { endpoint, sequence, event, attempts, status } of deliveries) {
        const seen = byOne.get(`${endpoint} ${sequence}`) ?? [];
        // Of thousands one fails fifteen times in a row; no other is ever given up.
        if (status === 'given-up') expect(triedOut(seen)).toBe(true);
        else expect([status, seen.some(isOk)]).toEqual(['delivered', true]);
        for (const { id } of seen) expect(id).toBe(event);
        // What was made is recorded, unless whoever made it died before it could be.
        expect(attempts.length).toBeLessThanOrEqual(seen.length);
      }
      const recorded = deliveries.reduce((sum, { attempts }) => sum + attempts.length, 0);
      expect(hub.seen.length - recorded).toBeLessThanOrEqual(deaths);
      const delivered = deliveries.filter(({ status }) => status === 'delivered');
      if (deaths === 0) expect(hub.seen.filter(isOk)).toHaveLength(delivered.length);

      const bySubject = Map.groupBy(hub.seen, (one) => `${one.endpoint} ${one.subject}`);
      for (const all of bySubject.values()) {
        const sequences = all.map(({ sequence }) => sequence);
        expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});
