import { deliverWebhook } from '../../functions/deliver-webhook/deliver-webhook.ts';
import type { Counted, Deps } from '../../functions/deliver-webhook/deps.ts';
import type { Bytes, EndpointId } from '../../shared/domain/ids.ts';
import { textOf } from '../../shared/domain/time.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { Health } from '../../shared/domain/webhook/health.ts';
import type { DeliveryMessage, DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { SendFailure, type SendFailureCode } from '../../shared/platform/send-failure.ts';
import { dueIndex } from '../../shared/store/due.ts';
import { endpoints as endpointStore } from '../../shared/store/endpoints.ts';
import { exclusions } from '../../shared/store/exclusions.ts';
import { feeds } from '../../shared/store/feed.ts';
import { healths } from '../../shared/store/health.ts';
import { lanes as laneStore } from '../../shared/store/lanes.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { runningClocks } from '../../shared/store/running-clocks.ts';
import { served } from '../../shared/store/served.ts';
import type { Table } from '../../shared/store/table.ts';
import { counting } from '../build.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

/** How a partner's system takes one attempt. */
export interface Answer {
  readonly afterMs: number;
  readonly status?: number;
  readonly error?: SendFailureCode;
  readonly retryAfter?: number;
}

/** One attempt as the other side and the clock on the wall see it. */
export interface Seen {
  readonly endpoint: EndpointId;
  readonly subject: string;
  readonly sequence: number;
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly answer: Answer;
  /** Its lane has been in the backlog since the attempt before. */
  readonly wasHeld: boolean;
  readonly breaker: Health['breaker']['state'];
}

/** When an endpoint was opened, or kept open a step longer, and when it is to be probed. */
export interface Opened {
  readonly endpoint: EndpointId;
  readonly at: number;
  readonly probes: number;
  readonly nextProbe: number;
}

export interface Faults {
  /** Whether a message is lost on its way. */
  readonly loses?: () => boolean;
  /** Whether a message comes twice. */
  readonly doubles?: () => boolean;
  /** After so many calls of the table an invocation is gone, in the middle or right after one. */
  readonly diesAfter?: () => number | undefined;
  /** How long one call of the table takes, in milliseconds. */
  readonly callMs?: () => number;
}

interface Options {
  readonly startsAt: number;
  readonly random: () => number;
  readonly answer: (at: {
    endpoint: EndpointId;
    sequence: number;
    subject: string;
    now: number;
  }) => Answer;
  readonly faults?: Faults;
}

/** As the mapping of the queue has it. */
const AT_ONCE = 50;
const TIMEOUT_MS = 30_000;
const COMES_BACK_MS = 180_000;
const NEVER = new Promise<never>(() => {});
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** The whole of delivery in one process: the real code over a table, a queue and a minute that are not. */
export function engine({ startsAt, random, answer, faults = {} }: Options) {
  const time: VirtualTime = virtualTime(startsAt);
  const memory: MemoryTable = memoryTable();
  const seen: Seen[] = [];
  const opened: Opened[] = [];
  const held = new Set<string>();
  const underWay = new Map<string, number>();
  const counted = new Map<Counted, number>();
  const wrong: string[] = [];
  const line: DeliveryMessage[] = [];
  const bytes: Bytes = counting(900_000);
  let running = 0;
  let tokens = 0;
  const newToken = () => {
    tokens += 1;
    return `token-${tokens}`;
  };
  const healthOf = (endpoint: string): Health | undefined =>
    memory.read({ pk: agencies.get(endpoint) ?? '', sk: `HEALTH#${endpoint}` }) as
      | Health
      | undefined;
  /** The partition of its endpoints. */
  const agencies = new Map<string, string>();

  memory.watch(({ pk, sk }, next) => {
    if (pk.startsWith('LANE#') && next?.held) held.add(`${pk.slice(5)} ${sk}`);
    const health = next as Health | undefined;
    if (next?.what !== 'health' || health?.breaker.state !== 'open') return;
    const { endpoint, breaker } = health;
    const last = opened.findLast((one) => one.endpoint === endpoint);
    const { probes, nextProbe } = breaker;
    if (last?.nextProbe !== nextProbe)
      opened.push({ endpoint, at: time.clock(), probes, nextProbe });
  });

  const deliveries: DeliveryQueue = {
    async wake(owed, after = 0) {
      for (const message of owed) {
        if (faults.loses?.()) continue;
        const arrive = () => {
          line.push(message);
          work();
        };
        // The queue counts whole seconds, and hands over within a moment.
        time.after(Math.ceil(after) * 1000 + 5 + 40 * random(), arrive);
        if (faults.doubles?.()) time.after(Math.ceil(after) * 1000 + 3000 * random(), arrive);
      }
    },
  };

  function work(): void {
    while (running < AT_ONCE) {
      const message = line.shift();
      if (!message) return;
      running += 1;
      void invoke(message).finally(() => {
        running -= 1;
        work();
      });
    }
  }

  async function invoke(message: DeliveryMessage): Promise<void> {
    const begun = time.clock();
    const life = { left: faults.diesAfter?.() ?? Number.POSITIVE_INFINITY };
    const died = new Promise<'died'>((gone) => {
      Object.assign(life, { end: () => gone('died') });
    });
    const work = deliverWebhook(depsOf(life as Life), async () => {})(message).then(
      () => 'done' as const,
      (error: unknown) => {
        wrong.push(`an invocation failed: ${String(error)}`);
        return 'failed' as const;
      },
    );
    const how = await Promise.race([work, died]);
    if (time.clock() - begun >= TIMEOUT_MS)
      wrong.push(`an invocation took ${time.clock() - begun} ms`);
    // Not deleted from the queue: it comes back, as after any death.
    if (how !== 'done') time.after(COMES_BACK_MS, () => void deliveries.wake([message]));
  }

  interface Life {
    left: number;
    end(): void;
  }

  /** The table as one invocation has it, which may die before a call or right after it. */
  function tableOf(life: Life): Table {
    const mortal =
      <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        const ms = faults.callMs?.() ?? 0;
        if (ms > 0) await time.sleep(ms);
        life.left -= 1;
        if (life.left === 0 && random() < 0.5) return dead(life);
        const answered = await call(...given);
        if (life.left <= 0) return dead(life);
        return answered;
      };
    const { table } = memory;
    return {
      name: table.name,
      get: mortal(table.get),
      getAll: mortal(table.getAll),
      startingWith: mortal(table.startingWith),
      from: mortal(table.from),
      page: mortal(table.page),
      scan: mortal(table.scan),
      add: mortal(table.add),
      update: mortal(table.update),
      transact: mortal(table.transact),
    };
  }

  function dead(life: Life): Promise<never> {
    life.end();
    return NEVER;
  }

  function depsOf(life: Life): Deps {
    const table = tableOf(life);
    const endpoints = endpointStore(table);
    const lanes = laneStore(table);
    return {
      feeds: feeds(table, newToken),
      endpoints,
      lanes,
      served: served({ table, lanes, endpoints, newToken }),
      healths: healths({ table, newToken, random, pause: time.sleep }),
      receipts: receipts(table),
      exclusions: exclusions(table),
      running: runningClocks(table),
      secrets: {
        open: async () => SECRET,
        sealExcerpt: async () => ({ key: new Uint8Array([1]), box: new Uint8Array([2]) }),
      },
      guard: async () => ({ address: '127.0.0.1', family: 4 }),
      send: async ({ url, headers, body }) => {
        if (life.left <= 0) return NEVER;
        return send(url.slice('https://example.org/'.length) as EndpointId, headers, body);
      },
      deliveries,
      count: (what, howMany) => void counted.set(what, (counted.get(what) ?? 0) + howMany),
      clock: time.clock,
      sleep: time.sleep,
      random,
      newToken,
      bytes,
    };
  }

  async function send(
    endpoint: EndpointId,
    headers: Readonly<Record<string, string>>,
    body: string,
  ) {
    const { data } = JSON.parse(body);
    const subject = `${data.subject.kind}#${data.subject.id}`;
    const startedAt = time.clock();
    const lane = `${endpoint} ${subject}`;
    if (underWay.has(lane)) wrong.push(`two senders at once on ${lane}`);
    underWay.set(lane, startedAt);
    const wasHeld = held.delete(lane);
    const breaker = healthOf(endpoint)?.breaker.state ?? 'closed';
    const { sequence } = data;
    const given = answer({ endpoint, sequence, subject, now: startedAt });
    await time.sleep(given.afterMs);
    underWay.delete(lane);
    const id = headers['webhook-id'] ?? '';
    const one = { endpoint, subject, sequence, id, startedAt, endedAt: time.clock() };
    seen.push({ ...one, answer: given, wasHeld, breaker });
    if (given.status === undefined) throw new SendFailure(given.error ?? 'failed');
    const { status, retryAfter = 0 } = given;
    return { status, retryAfter, excerpt: '', body: '', milliseconds: given.afterMs };
  }

  /** Every minute all that is due is woken, as `fire-clocks` does it. */
  function everyMinute(): void {
    time.after(60_000, async () => {
      everyMinute();
      const { deliveries: found, unreadable } = await dueIndex(memory.table).until(
        textOf(time.clock()),
      );
      for (const key of unreadable) wrong.push(`unreadable: ${key.pk} ${key.sk}`);
      await deliveries.wake(
        found.map(({ agency, endpoint, ...one }) => ({
          agency,
          endpoint,
          ...('lane' in one && { lane: one.lane }),
        })),
      );
    });
  }
  everyMinute();

  return {
    time,
    memory,
    seen,
    opened,
    wrong,
    counted,
    deliveries,
    feeds: feeds(memory.table, newToken),
    endpoints: endpointStore(memory.table),
    /** Nothing waits anywhere. */
    isQuiet: () => running === 0 && line.length === 0 && memory.lanes() === 0,
    async put(endpoint: WebhookEndpoint) {
      agencies.set(endpoint.id, `ENDPOINTS#${endpoint.agency}`);
      await memory.table.transact(endpointStore(memory.table).createWrites(endpoint), newToken());
    },
  };
}
export type Engine = ReturnType<typeof engine>;
