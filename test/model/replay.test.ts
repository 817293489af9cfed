import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { textOf } from '../../shared/domain/time.ts';
import { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { laneName } from '../../shared/domain/webhook/lane.ts';
import { canBeReplayed } from '../../shared/domain/webhook/replay.ts';
import { deliveryLog } from '../../shared/store/delivery-log.ts';
import { lanes } from '../../shared/store/lanes.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import { NOW } from '../build.ts';
import { type Engine, engine, type Seen } from '../deliveries/engine.ts';
import { anAgency, anEndpoint, aSubject, owed } from '../deliveries/world.ts';
import { chance } from '../hub/chance.ts';

const START = Date.parse(NOW);
const DAY = 86_400_000;
/** From the claim of a lane to the attempt, and from its end to its record: some calls of the table. */
const IN_HAND_MS = 5000;

const History = fc.record({
  seed: fc.integer(),
  subjects: fc.integer({ min: 1, max: 2 }),
  events: fc.integer({ min: 2, max: 12 }),
  fails: fc.constantFrom(0, 0.3),
  callMs: fc.constantFrom(0, 5, 400),
  /** When somebody asks, and for how many at once. */
  replays: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 90_000 }),
      from: fc.integer({ min: 1, max: 12 }),
      many: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});
type History = typeof History extends fc.Arbitrary<infer H> ? H : never;

interface Replayed {
  readonly sequence: number;
  readonly lane: string;
  readonly at: number;
}

async function played({ seed, subjects: howMany, events, fails, callMs, replays }: History) {
  const random = chance(seed);
  const hub = engine({
    startsAt: START,
    random,
    answer: () =>
      random() < fails
        ? { afterMs: 20, status: 500 }
        : { afterMs: 1 + Math.floor(2000 * random()), status: 204 },
    faults: { callMs: () => random() * callMs },
  });
  const agency = anAgency(1);
  const endpoint = anEndpoint(agency, { perSecond: 50, atOnce: 3 });
  await hub.put(endpoint);
  const subjects = Array.from({ length: howMany }, aSubject);
  for (let place = 0; place < events; place += 1) {
    hub.time.after(40_000 * random(), async () => {
      const subject = subjects[place % howMany] ?? aSubject();
      const at = hub.time.clock();
      const messages = [owed(hub, agency, { subject, at })];
      const told = () => hub.endpoints.of(agency);
      await hub.deliveries.wake(await hub.feeds.append(agency, messages, told, textOf(at)));
    });
  }
  const made: Replayed[] = [];
  for (const { at, from, many } of replays) {
    hub.time.after(at, () => void sentAgain(hub, endpoint.id, { from, many, callMs, made }));
  }
  await hub.time.run(() => {
    const since = hub.time.clock() - START;
    return since > 20 * DAY || (since > 150_000 && hub.isQuiet());
  });
  const deliveries = hub.memory.rows('DELIVERY#').map((row) => Delivery.parse(row));
  return { hub, deliveries, made };
}

interface Asked {
  readonly from: number;
  readonly many: number;
  readonly callMs: number;
  readonly made: Replayed[];
}

/** As the use case does it: read, decided, written whole, and again where others were quicker. */
async function sentAgain(hub: Engine, endpoint: EndpointId, { from, many, callMs, made }: Asked) {
  const { table } = hub.memory;
  const log = deliveryLog(table, lanes(table));
  for (let tries = 0; tries < 20; tries += 1) {
    const range = { after: from - 1, to: from + many - 1 };
    const keep = (one: Delivery) => canBeReplayed(one) && one.sequence < from + many;
    const { items } = await log.oldest(endpoint, range, { keep, limit: 40 });
    const at = textOf(hub.time.clock());
    const { writes, lanes: names } = await log.replayWrites(items, at);
    await hub.time.sleep(callMs);
    try {
      await table.transact(writes, `replay-${from}-${hub.time.clock()}-${tries}-${made.length}`);
    } catch (error) {
      if (error instanceof ConditionFailed) continue;
      throw error;
    }
    for (const { sequence, subject } of items) {
      made.push({ sequence, lane: laneName(subject), at: hub.time.clock() });
    }
    const agency = anAgency(1);
    return hub.deliveries.wake(names.map((lane) => ({ agency, endpoint, lane })));
  }
}

const isOk = ({ answer: { status = 0 } }: Seen) => status >= 200 && status < 300;

/** Newer ones that went out while an older one of the subject waited to be sent again. */
function outOfOrder(seen: readonly Seen[], made: readonly Replayed[]): Seen[] {
  return made.flatMap(({ sequence, lane, at }) => {
    const own = seen.filter((one) => one.subject === lane);
    const taken = own.find((one) => one.sequence === sequence && one.endedAt >= at && isOk(one));
    const until = taken?.startedAt ?? Number.POSITIVE_INFINITY;
    const inHand = new Set(
      own
        .filter((one) => one.startedAt <= at + IN_HAND_MS && one.endedAt >= at - IN_HAND_MS)
        .map((one) => one.sequence),
    );
    return own.filter(
      (one) =>
        one.sequence > sequence &&
        one.startedAt > at &&
        one.startedAt < until &&
        !inHand.has(one.sequence),
    );
  });
}

it('what is sent again meanwhile is sent once more for each asking, in its place, with its id', async () => {
  let again = 0;
  await fc.assert(
    fc.asyncProperty(History, async (history) => {
      const { hub, deliveries, made } = await played(history);
      again += made.length;
      expect(hub.wrong).toEqual([]);
      expect(hub.memory.lanes()).toBe(0);
      for (const { sequence, event, status, attempts, replays } of deliveries) {
        expect(status).toBe('delivered');
        expect(replays).toBe(made.filter((one) => one.sequence === sequence).length);
        const seen = hub.seen.filter((one) => one.sequence === sequence);
        expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([event]));
        expect(seen.filter(isOk)).toHaveLength(1 + replays);
        // Each sending ends with the one attempt that was taken, under the number of its asking.
        const ok = attempts.filter(({ status: answered = 0 }) => answered < 300 && answered >= 200);
        expect(ok.map(({ replay = 0 }) => replay)).toEqual([...Array(1 + replays).keys()]);
      }
      expect(outOfOrder(hub.seen, made)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  // The histories do what they are there for.
  expect(again).toBeGreaterThan(60);
});
