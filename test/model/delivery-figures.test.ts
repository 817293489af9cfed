import { beforeAll, describe, expect, it } from 'vitest';
import type { AgencyId, EndpointId } from '../../shared/domain/ids.ts';
import { textOf } from '../../shared/domain/time.ts';
import { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { PAUSES } from '../../shared/domain/webhook/schedule.ts';
import { NOW } from '../build.ts';
import { type Answer, type Engine, engine, type Seen } from '../deliveries/engine.ts';
import { anAgency, anEndpoint, aSubject, owed } from '../deliveries/world.ts';
import { chance } from '../hub/chance.ts';

const START = Date.parse(NOW);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AGENCIES = 100;
const SUBJECTS = 10;
const EVENTS = 20;
const DAYS_MOST = 8;
/** What the endpoint that asks for rest asks for. */
const REST_SECONDS = 120;

/** Every tenth endpoint fails, each in a way of its own. */
const WAYS = [
  ...['gone', 'dead', 'refuses for a day', 'silent for hours', 'broken for hours', 'asks for rest'],
  ...['often too busy', 'redirects at first', 'fails now and then', 'refuses for a day'],
] as const;

const random = chance(20_261_120);
const well = (status = 204): Answer => ({ afterMs: 20 + 200 * random(), status });
const refused: Answer = { afterMs: 3, error: 'connection-refused' };
const broken = (status: number): Answer => ({ ...well(), status });

const ANSWERS: Readonly<Record<string, (since: number) => Answer>> = {
  gone: (since) => (since > HOUR ? broken(410) : well()),
  dead: () => refused,
  'refuses for a day': (since) => (since < 26 * HOUR ? refused : well()),
  'silent for hours': (since) =>
    since < 5 * HOUR ? { afterMs: 15_000, error: 'timed-out' } : well(),
  'broken for hours': (since) => (since > HOUR / 2 && since < 3 * HOUR ? broken(500) : well()),
  'asks for rest': (since) =>
    since < 2 * HOUR && random() < 0.2 ? { ...broken(429), retryAfter: REST_SECONDS } : well(202),
  'often too busy': () => (random() < 0.3 ? broken(503) : well(200)),
  'fails now and then': () => (random() < 0.15 ? broken(500) : well()),
  'redirects at first': (since) => (since < 10 * MINUTE ? broken(302) : well()),
};

const ways = new Map<EndpointId, string>();
let hub: Engine;
let deliveries: Delivery[];

/** Two hours of events, in bursts as a day brings them. */
async function eventsOf(agency: AgencyId): Promise<void> {
  const all = Array.from({ length: SUBJECTS }, aSubject).flatMap((subject) =>
    Array.from({ length: EVENTS }, () => ({ subject, order: random() })),
  );
  all.sort((a, b) => a.order - b.order);
  while (all.length > 0) {
    const burst = all.splice(0, 1 + Math.floor(5 * random()));
    hub.time.after(2 * HOUR * random(), async () => {
      const at = hub.time.clock();
      const messages = burst.map(({ subject }) => owed(hub, agency, { subject, at }));
      const endpoints = () => hub.endpoints.of(agency);
      await hub.deliveries.wake(await hub.feeds.append(agency, messages, endpoints, textOf(at)));
    });
  }
}

beforeAll(async () => {
  const answer = ({ endpoint, now }: { endpoint: EndpointId; now: number }) =>
    (ANSWERS[ways.get(endpoint) ?? ''] ?? (() => well()))(now - START);
  hub = engine({ startsAt: START, random, answer });
  for (let i = 0; i < AGENCIES; i += 1) {
    const agency = anAgency(i);
    const endpoint = anEndpoint(agency);
    if (i % 10 === 0) ways.set(endpoint.id, WAYS[i / 10] ?? 'dead');
    await hub.put(endpoint);
    await eventsOf(agency);
  }
  const begun = process.cpuUsage();
  const isOver = () => {
    const since = hub.time.clock() - START;
    return since > DAYS_MOST * DAY || (since > 3 * HOUR && hub.isQuiet());
  };
  await hub.time.run(isOver);
  deliveries = hub.memory.rows('DELIVERY#').map((row) => Delivery.parse(row));
  const { user, system } = process.cpuUsage(begun);
  report((user + system) / 1e6);
});

const isOk = ({ answer: { status = 0 } }: Pick<Seen, 'answer'>) => status >= 200 && status < 300;
const nominalAfter = (tries: number) => PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
const laneOf = ({ endpoint, subject }: Seen) => `${endpoint} ${subject}`;

function report(seconds: number): void {
  const count = (status: Delivery['status']) =>
    deliveries.filter((one) => one.status === status).length;
  const days = ((hub.time.clock() - START) / DAY).toFixed(1);
  const lines = [
    `${deliveries.length} events of ${AGENCIES * SUBJECTS} subjects to ${AGENCIES} endpoints, ${ways.size} failing`,
    `${hub.seen.length} attempts in ${days} days: ${count('delivered')} delivered, ${count('parked')} parked, ${count('given-up')} given up, ${count('waiting')} waiting`,
    `${hub.opened.length} probes planned; ${hub.memory.transactions()} transactions; ${seconds.toFixed(0)} s of a processor`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

describe('a thousand subjects of twenty events each, every tenth endpoint failing', () => {
  it('come to their end without a fault of the hub', () => {
    expect(hub.wrong).toEqual([]);
    expect(deliveries).toHaveLength(AGENCIES * SUBJECTS * EVENTS);
  });

  it('lose nothing: all of it is taken, but where nobody is there any more', () => {
    const other = deliveries.filter(({ status }) => status !== 'delivered');
    for (const { endpoint, status, attempts } of other) {
      const way = ways.get(endpoint);
      if (way === 'gone') expect(status).toBe('parked');
      else expect([way, ['parked', 'given-up'].includes(status)]).toEqual(['dead', true]);
      if (status === 'given-up') expect(attempts.length).toBeGreaterThanOrEqual(10);
    }
    const attempts = deliveries.reduce((sum, one) => sum + one.attempts.length, 0);
    expect(attempts).toBe(hub.seen.length);
    expect(hub.memory.rows('TASK#').filter(({ what }) => what === 'served')).toHaveLength(attempts);
  });

  it('come in order for each subject, each once it is taken, one sender at a time', () => {
    const wrong = [...Map.groupBy(hub.seen, laneOf).values()].flatMap((all) =>
      all.filter((one, i) => {
        const before = all[i - 1];
        if (!before) return false;
        const isAgain = before.sequence === one.sequence && isOk(before);
        return one.startedAt < before.endedAt || one.sequence < before.sequence || isAgain;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keep their webhook id on every attempt', () => {
    const events = new Map(deliveries.map((one) => [`${one.endpoint} ${one.sequence}`, one.event]));
    const other = hub.seen.filter(
      ({ endpoint, sequence, id }) => id !== events.get(`${endpoint} ${sequence}`),
    );
    expect(other).toEqual([]);
  });

  it('are tried again within a fifth of the schedule, where the endpoint is not down', () => {
    const again = [
      ...Map.groupBy(hub.seen, (one) => `${one.endpoint} ${one.sequence}`).values(),
    ].flatMap((all) =>
      all.slice(1).map((one, i) => {
        const { endedAt = 0, answer } = all[i] ?? {};
        const pause = (one.startedAt - endedAt) / 1000;
        return { one, tries: i + 1, pause, retryAfter: answer?.retryAfter ?? 0 };
      }),
    );
    expect(again.filter(({ pause, retryAfter }) => pause < retryAfter)).toEqual([]);
    const free = again.filter(({ one }) => !one.wasHeld);
    const off = free.filter(({ tries, pause, retryAfter }) => {
      const nominal = nominalAfter(tries);
      return pause < nominal * 0.8 || pause > Math.max(nominal, retryAfter) * 1.2;
    });
    expect(off).toEqual([]);
    const held = again.length - free.length;
    process.stdout.write(`${free.length} by the schedule, ${held} out of a backlog\n`);
    expect(free.length).toBeGreaterThan(50);
  });

  it('wait for an endpoint that is down, which is probed within a fifth of the schedule', () => {
    const off = hub.opened.flatMap((opened): object[] => {
      const { endpoint, at, probes, nextProbe } = opened;
      const nominal = nominalAfter(probes + 1);
      const own = hub.seen.filter((one) => one.endpoint === endpoint);
      const next = own.find((one) => one.startedAt >= nextProbe);
      const ended = hub.opened.find((one) => one.endpoint === endpoint && one.at > at);
      // It is seen when it is written, a moment after it was reckoned.
      if (nextProbe - at < nominal * 800 - 100) return [{ ...opened, early: true }];
      // Nothing waited for it, or somebody who was on the way found it well, or opened it anew.
      if (!next?.wasHeld || next.breaker !== 'open') return [];
      if (ended && ended.at < next.startedAt) return [];
      const way = ways.get(endpoint);
      const most = Math.max(nominal, way === 'asks for rest' ? REST_SECONDS : 0) * 1200;
      // One at a time: whoever was on the way when it opened comes home first.
      const home = own.filter((one) => one.startedAt < at && one.endedAt > nextProbe);
      const from = Math.max(at, ...home.map(({ endedAt }) => endedAt - nominal * 1000));
      return next.startedAt - from > most ? [{ ...opened, way, next }] : [];
    });
    expect(off).toEqual([]);
    expect(hub.opened.length).toBeGreaterThan(50);
  });

  it('end where an endpoint says that it is gone', () => {
    const gone = [...ways].filter(([, way]) => way === 'gone').map(([endpoint]) => endpoint);
    for (const endpoint of gone) {
      const own = hub.seen.filter((one) => one.endpoint === endpoint);
      const said = own.filter(({ answer }) => answer.status === 410).map(({ endedAt }) => endedAt);
      expect(said.length).toBeGreaterThan(0);
      expect(own.filter(({ startedAt }) => startedAt > Math.min(...said))).toEqual([]);
    }
  });
});
