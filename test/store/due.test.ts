import { expect, it } from 'vitest';
import type { Clock } from '../../shared/domain/clock/state.ts';
import { endClock } from '../../shared/domain/clock/state.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { submit } from '../../shared/domain/referral/submit.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { dueIndex } from '../../shared/store/due.ts';
import { clockKey } from '../../shared/store/keys.ts';
import {
  aFileId,
  anEventId,
  aPrincipal,
  aReferralId,
  aSealed,
  aViolenceSubmission,
  georgiaAt,
  later,
  NOW,
} from '../build.ts';
import { memoryTable } from '../deliveries/memory-table.ts';

/** A referral as it was just accepted, and the index of what is due. */
async function accepted() {
  const { table, read } = memoryTable();
  const keep = (decision: Decision) => table.transact(writesOf(decision), anEventId());
  const ids = { referral: aReferralId(), file: aFileId(), event: anEventId() };
  const said = { submission: aViolenceSubmission(), by: aPrincipal(), at: NOW };
  const decision = submit({ ...said, ids, sealed: aSealed() }, georgiaAt());
  await keep(decision);
  const clock = decision.kept.find(({ what }) => what === 'clock') as Clock;
  const standing = () => read(clockKey(clock.subject, 'routing'));
  return { decision, clock, keep, standing, table, due: dueIndex(table) };
}

const FIRST = later({ seconds: 60 });

it('an accept makes two entries in the indexes: one of its list, one of what is due', async () => {
  const { decision } = await accepted();
  const items = writesOf(decision).map((write) => write.as('hub').Put?.Item ?? {});
  const entries = items.flatMap(({ gsi1pk, gsi2pk }) => [gsi1pk, gsi2pk]).filter(Boolean);
  expect(entries).toHaveLength(2);
});

it('a referral nobody routed is found after a minute, and its clock stands there from then on', async () => {
  const { clock, due, standing } = await accepted();
  const [point] = clock.points;
  expect(await due.until(later({ seconds: 59 }))).toMatchObject({ unreceived: [], clocks: [] });
  const found = await due.until(FIRST);
  expect(found.unreceived).toMatchObject([{ owed: { message: { referral: clock.referral } } }]);
  expect(standing()?.gsi2sk).toBe(`${point?.at}#${clock.subject.id}#routing`);
  // Whatever becomes of the message, a person hears of it in time.
  for (const { key } of found.unreceived) await due.postpone(key, later({ hours: 1 }));
  expect((await due.until(point?.at ?? '')).clocks).toEqual([clock]);
});

it('a clock that was late when it was found is acted on at once', async () => {
  const { clock, due } = await accepted();
  const { clocks, unreceived } = await due.until(later({ hours: 48 }));
  expect(clocks).toEqual([clock]);
  expect(unreceived).toHaveLength(1);
});

it('a clock that ended, or has spoken, is left as it stands', async () => {
  const { clock, due, keep, standing } = await accepted();
  const spoken = { ...clock, version: 2, fired: 1 };
  await keep({ kept: [spoken], events: [] });
  const listed = standing()?.gsi2sk;
  await due.until(FIRST);
  expect(standing()?.gsi2sk).toBe(listed);
  await keep({ kept: [endClock(spoken, FIRST)], events: [] });
  expect((await due.until(FIRST)).unreceived).toHaveLength(1);
  expect(standing()).not.toHaveProperty('gsi2sk');
});

it('a routing that comes in between is not undone', async () => {
  const { clock, due, keep, standing, table } = await accepted();
  const { getAll } = table;
  table.getAll = async (keys, only) => {
    const items = await getAll(keys, only);
    // Between reading the clock and listing it.
    if (keys.some(({ sk }) => sk.startsWith('CLOCK#'))) {
      await keep({ kept: [endClock(clock, NOW)], events: [] });
    }
    return items;
  };
  await due.until(FIRST);
  expect(standing()).toMatchObject({ endedAt: NOW, version: 2 });
  expect(standing()).not.toHaveProperty('gsi2sk');
});
