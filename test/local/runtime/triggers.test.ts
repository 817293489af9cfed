import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallHub } from './small-hub.ts';

let small: Awaited<ReturnType<typeof smallHub>>;
beforeAll(async () => {
  small = await smallHub();
});
afterAll(() => small?.stop());

describe('a queue', () => {
  it('deletes what succeeded, brings back what failed, and gives up in the end', async () => {
    const plain = await small.queue('plain');
    await plain.send(['ok:1', 'late:2', 'fail:3', 'ok:4']);
    await small.hub.idle();
    const notes = await small.notes('work');
    expect(notes.toSorted()).toEqual([
      'fail:3 1',
      'fail:3 2',
      'late:2 1',
      'late:2 2',
      'ok:1 1',
      'ok:4 1',
    ]);
    const givenUp = await small.queue('given-up');
    expect(await givenUp.bodies()).toEqual(['fail:3']);
  });

  it('keeps the order of each group of a FIFO queue', async () => {
    const before = (await small.notes('work')).length;
    const ordered = await small.queue('ordered.fifo');
    const bodies = Array.from(
      { length: 30 },
      (_, n) => `${'abc'[n % 3]}:${String(n).padStart(2, '0')}`,
    );
    for (let from = 0; from < 30; from += 10)
      await ordered.send(bodies.slice(from, from + 10), (body) => body.slice(0, 1));
    await small.hub.idle();
    const notes = (await small.notes('work')).slice(before).map((note) => note.slice(0, -2));
    for (const group of 'abc') {
      const own = (each: string) => each.startsWith(group);
      expect(notes.filter(own)).toEqual(bodies.filter(own));
    }
  });

  it('waits while its function is paused', async () => {
    const plain = await small.queue('plain');
    small.hub.pause('work');
    await plain.send(['ok:paused']);
    await small.hub.idle();
    expect(await small.notes('work')).not.toContain('ok:paused 1');
    small.hub.resume('work');
    await small.hub.idle();
    expect((await small.notes('work')).at(-1)).toMatch(/^ok:paused/);
  });
});

describe('a stream', () => {
  it('hands over what its filter lets through, soon and in order', async () => {
    await small.put('ITEM#1', 'OTHER#1', 'ITEM#2');
    const written = performance.now();
    await small.hub.idle();
    expect(performance.now() - written).toBeLessThan(10_000);
    expect(await small.notes('relay')).toEqual(['ITEM#1', 'ITEM#2']);
  });

  it('repeats from the first failed record on', async () => {
    await small.put('ITEM#3', 'ITEM#4-twice', 'ITEM#5');
    await small.hub.idle();
    expect((await small.notes('relay')).slice(2)).toEqual(['ITEM#3', 'ITEM#4-twice', 'ITEM#5']);
  });

  it('repeats the batch after an error, and halves it', async () => {
    small.hub.pause('relay');
    await small.hub.idle();
    await small.put('ITEM#6-throw', 'ITEM#7', 'ITEM#8');
    small.hub.resume('relay');
    await small.hub.idle();
    expect((await small.notes('relay')).slice(5)).toEqual(['ITEM#6-throw', 'ITEM#7', 'ITEM#8']);
  });

  it('gives up a record that never succeeds, reports it, and goes on', async () => {
    small.hub.pause('relay');
    await small.hub.idle();
    await small.put('ITEM#9-fail', 'ITEM#10');
    small.hub.resume('relay');
    await small.hub.idle();
    expect((await small.notes('relay')).at(-1)).toBe('ITEM#10');
    const [notice] = await (await small.queue('unrelayed')).bodies();
    expect(JSON.parse(notice ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });
});

describe('a disturbed stream', () => {
  it('gives records twice, in another order or not at all, until it is left alone', async () => {
    const before = (await small.notes('relay')).length;
    small.hub.pause('relay');
    await small.hub.idle();
    const leaveAlone = small.hub.disturb('relay', (records) => [...records].reverse().slice(1));
    await small.put('ITEM#11', 'ITEM#12', 'ITEM#13');
    small.hub.resume('relay');
    await small.hub.idle();
    leaveAlone();
    await small.put('ITEM#14');
    await small.hub.idle();
    expect((await small.notes('relay')).slice(before)).toEqual(['ITEM#12', 'ITEM#11', 'ITEM#14']);
  });
});

describe('a schedule', () => {
  it('reports an invocation that failed to the destination the template names', async () => {
    await small.hub.moveClock({ set: '2099-05-01T00:00:00Z' });
    const [notice] = await (await small.queue('missed')).bodies();
    expect(JSON.parse(notice ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted' },
      requestPayload: { source: 'aws.events' },
      responsePayload: { errorMessage: 'on purpose' },
    });
  });
});
