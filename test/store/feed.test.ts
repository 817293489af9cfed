import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, pagesOf } from '../../functions/feed/digests.ts';
import { daysBetween } from '../../shared/domain/feed/days.ts';
import { takenOver } from '../../shared/domain/feed/position.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { type FeedMessage, feedConsumer } from '../../shared/domain/journal/messages.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { APPEND_MOST, type FeedEntry, feeds as feedsOf } from '../../shared/store/feed.ts';
import { feedDays } from '../../shared/store/feed-days.ts';
import { feedPositions } from '../../shared/store/feed-positions.ts';
import { outboxKey } from '../../shared/store/keys.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import { putIfAbsent } from '../../shared/store/write.ts';
import { type LocalTable, localTable } from '../bookings/local-table.ts';
import { aPrincipal, LEAD, POLICE } from '../build.ts';
import { chance } from '../hub/chance.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
});
afterAll(() => local?.stop());

const ZONE = 'Asia/Tbilisi';
const HOUR = 3_600_000;
const FROM = Date.parse('2026-11-20T10:00:00.000Z');
const textOf = (ms: number) => new Date(ms).toISOString();

const parts = () => {
  const feeds = feedsOf(local.table, randomUUID);
  const days = feedDays({ table: local.table, feeds, newToken: randomUUID });
  return { feeds, days, positions: feedPositions(local.table) };
};

/** A message that stands in the outbox until the feed has it. */
async function owed(agency: AgencyId, at: string): Promise<FeedMessage> {
  const message: FeedMessage = {
    ...{ event: newEventId(randomBytes), agency, type: 'task.requested', at },
    subject: { kind: 'task', id: newTaskId(randomBytes) },
  };
  const key = outboxKey(message.event, feedConsumer(agency));
  await local.table.transact([putIfAbsent('outbox', { ...key, what: 'outbox' })], randomUUID());
  return message;
}

/** What a partner does: the ids in the order of their numbers, each on a line. */
const hashOf = (own: ReadonlyMap<number, string>): string =>
  createHash('sha256')
    .update([...own].map(([sequence, id]) => `${sequence} ${id}\n`).join(''))
    .digest('hex');

async function wholeFeed(agency: AgencyId): Promise<FeedEntry[]> {
  const { feeds } = parts();
  const all: FeedEntry[] = [];
  const last = await feeds.head(agency);
  for await (const page of pagesOf(feeds, agency, { after: 0, last })) all.push(...page);
  return all;
}

describe('a feed that many append to and many read, over days', () => {
  it('has each event once, numbered without a gap, each in one day, whatever the order of steps', async () => {
    const { feeds, days, positions } = parts();
    const random = chance(5);
    const owing: FeedMessage[] = [];
    const clock = { ms: FROM };
    const sealed = new Map<string, object>();
    const moves: number[] = [];
    let pulled = 0;
    const asked = (day: string) => ({ agency: POLICE, day, at: textOf(clock.ms), zone: ZONE });
    const append = async () => {
      const some = owing.filter(() => random() < 0.5).slice(0, APPEND_MOST);
      // Now and then late: the number is given in another order than that of the clock.
      const at = textOf(clock.ms - (random() < 0.2 ? HOUR / 60 : 0));
      await feeds.append(POLICE, some, async () => [], at).catch(unlessBusy);
    };
    const pull = async () => {
      const page = await feeds.after(POLICE, pulled, 7);
      // Whoever pulls never meets a hole, at no moment.
      page.forEach((one, i) => {
        expect(one.sequence).toBe(pulled + 1 + i);
      });
      pulled = page.at(-1)?.sequence ?? pulled;
    };
    const seal = async () => {
      const today = textOf(clock.ms + 4 * HOUR).slice(0, 10);
      for (const day of daysBetween('2026-11-19', today).slice(-3)) {
        const { digest, final } = await digestOf({ feeds, days }, asked(day));
        const before = sealed.get(day);
        if (before) expect(digest).toEqual(before);
        else if (final) sealed.set(day, digest);
      }
    };
    const acknowledge = async () => {
      const [stands, head] = await Promise.all([positions.find(POLICE), feeds.head(POLICE)]);
      const by = aPrincipal(POLICE);
      const moving = { agency: POLICE, stands, by, at: textOf(clock.ms), sequence: pulled, head };
      const moved = takenOver({ ...moving, expected: stands?.version ?? 0 });
      if (!moved) return;
      const writes = [positions.moved(moved), positions.taken(moved, stands?.sequence ?? 0)];
      const done = () => moves.push(moved.sequence);
      await local.table.transact(writes, randomUUID()).then(done, unlessOvertaken);
    };
    for (let round = 0; round < 40; round += 1) {
      for (let i = 0; i < 4; i += 1) owing.push(await owed(POLICE, textOf(clock.ms)));
      const steps = [append, append, pull, append, seal, seal];
      await Promise.all(steps.filter(() => random() < 0.8).map((step) => step()));
      await Promise.all([acknowledge(), acknowledge()].map((one) => one.catch(unlessBusy)));
      clock.ms += Math.floor(random() * 5 * HOUR);
    }
    for (let from = 0; from < owing.length; from += APPEND_MOST) {
      await feeds.append(
        POLICE,
        owing.slice(from, from + APPEND_MOST),
        async () => [],
        textOf(clock.ms),
      );
    }

    const whole = await wholeFeed(POLICE);
    expect(whole.map(({ sequence }) => sequence)).toEqual(whole.map((_, i) => i + 1));
    expect(whole.map(({ event }) => event).toSorted()).toEqual(
      owing.map(({ event }) => event).toSorted(),
    );
    const taken = await positions.takenFrom(POLICE, 1);
    expect((await positions.find(POLICE))?.sequence).toBe(Math.max(...moves));
    expect(taken.map(({ from, to }) => [from, to])).toEqual(
      taken.map(({ to }, i) => [taken[i - 1]?.to ?? 0, to]),
    );

    // Day by day the partner's own list gives the same count and hash, and no entry is left out.
    const own = new Map(whole.map(({ sequence, event }) => [sequence, String(event)]));
    clock.ms += 24 * HOUR;
    let reached = 0;
    for (const day of daysBetween('2026-11-19', textOf(clock.ms).slice(0, 10))) {
      const { digest } = await digestOf({ feeds, days }, asked(day));
      const { count, first, last, hash } = digest;
      const mine = new Map([...own].filter(([n]) => n > reached && n <= last));
      expect({ count, hash, first }).toEqual({
        ...{ count: mine.size, hash: hashOf(mine) },
        first: mine.size > 0 ? reached + 1 : undefined,
      });
      expect(last).toBeGreaterThanOrEqual(reached);
      reached = last;
    }
    expect(reached).toBe(whole.length);
    expect(sealed.size).toBeGreaterThan(2);
  });

  it('ends a day once, also when many ask at the same moment and entries are on their way', async () => {
    const { feeds, days } = parts();
    const end = '2026-11-24T20:00:00.000Z';
    const day = '2026-11-24';
    const messages = [];
    for (let i = 0; i < 12; i += 1) messages.push(await owed(LEAD, '2026-11-24T12:00:00.000Z'));
    const late = messages.slice(6).map((one) => feeds.append(LEAD, [one], async () => [], end));
    const early = feeds.append(
      LEAD,
      messages.slice(0, 6),
      async () => [],
      '2026-11-24T12:00:00.000Z',
    );
    const answers = Array.from({ length: 8 }, () => days.lastOf(LEAD, day, end));
    const ends = new Set(await Promise.all(answers));
    await Promise.allSettled([...late, early]);
    expect(ends.size).toBe(1);
    expect(await days.lastOf(LEAD, day, end)).toBe([...ends][0]);
  });
});

const unlessBusy = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};
const unlessOvertaken = (error: unknown): void => {
  if (!(error instanceof ConditionFailed)) unlessBusy(error);
};
