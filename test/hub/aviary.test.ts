import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import { bytesOf, disguises } from './canaries.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf } from './steps.ts';
import { aviary, leavesIn, NESTS } from './whole/birds.ts';
import {
  CENTRE,
  CLINIC,
  interviewedChild,
  LEAD,
  NGO,
  POLICE,
  PROSECUTOR,
  protectedChild,
  SCHOOL,
  SERVICE,
} from './whole/case.ts';
import { mayHear } from './whole/readers.ts';
import { STRANGERS } from './whole/strangers.ts';
import { type Ids, pathOf, teller } from './whole/teller.ts';
import { settle, startWorld, type World } from './world.ts';
import './patience.ts';

const READERS = [SCHOOL, LEAD, POLICE, PROSECUTOR, CLINIC, CENTRE, SERVICE, NGO];
const { birds, sung, sing } = aviary();

let world: World;
let sink: Sink;
let told: Awaited<ReturnType<typeof protectedChild>>;
let addresses: readonly string[];
const sent: string[] = [];
let said: ReturnType<typeof teller>['said'];

beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  world.hub.stores.faults.add({
    when: ({ service, input }) => {
      if (service === 'sqs') sent.push(JSON.stringify(input));
      return false;
    },
    do: 'lose',
  });
  const plain = teller(world);
  for (const who of [SCHOOL, LEAD, POLICE]) {
    await plain.say(who, 'createEndpoint', {}, { url: sink.url, events: ['*'] });
  }
  const tell = teller(world, sing);
  said = tell.said;
  told = await protectedChild(tell);
  const { interviewId } = await interviewedChild(tell, told.caseId);
  await world.advance('PT2H');
  await settle(world);
  addresses = addressesOf({ ...told, interviewId, number: 1 }, [
    ...told.asked.map(({ kind }) => told.task(kind)),
    ...Object.values(told.added),
  ]);
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** Every address of the contract that reads something of the case. */
function addressesOf(ids: Pick<Ids, never>, tasks: readonly string[]): string[] {
  const reading = endpoints.filter((one) => one.method === 'GET' && one.function !== 'directory');
  const paths = reading.flatMap((one) =>
    one.path.includes('{taskId}')
      ? tasks.map((taskId) => pathOf(one, { taskId }))
      : [pathOf(one, ids as Ids)],
  );
  return [...new Set(paths)].filter((path) => !path.includes('{'));
}

/** Whether anything sings there in any disguise: by what all canaries of a kind begin with. */
const isHeard = (bytes: Buffer | string): string[] => {
  const all = Buffer.from(bytes);
  return NESTS.filter((nest) => disguises(nest).some((one) => all.includes(one)));
};
const heardIn = (text: string) =>
  birds.filter(({ songs }) => songs.some((one) => text.includes(one)));

describe('a canary', () => {
  it('sings in every field of every body that these agencies send', () => {
    const operations = new Set(said.map(({ operation }) => operation));
    const owed = endpoints
      .filter(({ operation }) => operations.has(operation))
      .flatMap((one) => leavesIn(one).map(({ at }) => `${one.operation}${at}`));
    const forms =
      /early|indicators|consent\/by|instrument|person$|actingPerson$|deputy$|\/by$|seenBy$|askedBy$|companion$|wanted$/;
    expect(owed.filter((one) => !sung.has(one) && !forms.test(one))).toEqual([]);
    expect(sung.size).toBeGreaterThan(90);
  });

  it('is heard in any disguise', () => {
    const [bird] = birds;
    const [song = ''] = bird?.songs ?? [];
    for (const disguise of disguises(`xy${song}z`)) {
      expect(isHeard(disguise).length, disguise.toString('latin1')).toBeGreaterThan(0);
    }
  });
});

describe('what was written', () => {
  it.each(READERS)('is read by %s where the table says so, and nowhere else', async (who) => {
    const wrong: string[] = [];
    const heard = new Set<string>();
    for (const path of addresses) {
      const { text, status } = await world.raw(who, 'GET', path);
      expect(status, path).toBeLessThan(500);
      for (const bird of heardIn(text)) {
        heard.add(bird.at);
        if (!mayHear(bird).includes(who))
          wrong.push(`${path}: ${bird.operation}${bird.at} of ${bird.who}`);
      }
    }
    for (const { operation, text } of said.filter((one) => one.who === who)) {
      for (const bird of heardIn(text)) {
        if (!mayHear(bird).includes(who))
          wrong.push(`answer to ${operation}: ${bird.operation}${bird.at}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(heard.size).toBeGreaterThan(3);
  });

  it('is read by no stranger, and by nobody of the household', async () => {
    for (const who of STRANGERS) {
      const some = addresses.filter((_, i) => (i + who.length) % 5 === 0);
      for (const path of [...some, '/v1/tasks', '/v1/referrals', '/v1/recalls']) {
        expect(heardIn((await world.raw(who, 'GET', path)).text), `${who} ${path}`).toEqual([]);
      }
    }
  });

  it('is at rest nowhere but sealed', async () => {
    expect(isHeard(bytesOf(await world.table.rows()))).toEqual([]);
    const files = readdirSync(world.hub.dataDir, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile() && !/phonebox|mailbox/.test(one.name))) {
      expect(isHeard(readFileSync(join(file.parentPath, file.name))), file.name).toEqual([]);
    }
  });

  it('is in no log, queue, webhook, feed or address', async () => {
    expect(isHeard(readFileSync(join(world.hub.dataDir, 'functions.log')))).toEqual([]);
    expect(sent.length).toBeGreaterThan(20);
    expect(isHeard(sent.join('\n'))).toEqual([]);
    expect(sink.received.length).toBeGreaterThan(20);
    expect(isHeard(JSON.stringify(sink.received))).toEqual([]);
    const feeds = await Promise.all(READERS.map((who) => feedOf(world, who)));
    expect(isHeard(JSON.stringify(feeds))).toEqual([]);
    expect(isHeard(JSON.stringify(world.hub.stores.calls()))).toEqual([]);
  });

  it('is in no call, mail or message: the number that is called is that of the confirmed contact', async () => {
    const boxes = [await world.hub.stores.phonebox(), await world.hub.stores.mailbox()] as const;
    const texts = boxes.flat().map(({ to: _, ...rest }) => rest);
    expect(isHeard(JSON.stringify(texts))).toEqual([]);
  });
});
