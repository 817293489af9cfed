import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import { bytesOf, disguises } from './canaries.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf } from './steps.ts';
import {
  ANA,
  askedOfRecords,
  ELENE,
  KETEVAN,
  RUSUDAN,
  staffedUnit,
  ZURA,
} from './whole/accounts.ts';
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
import { heldInterview } from './whole/day.ts';
import { movedChild, NEXT, REFERRER, supportedFamily } from './whole/family.ts';
import { isReleased, mayHear } from './whole/readers.ts';
import { each, STRANGERS } from './whole/strangers.ts';
import { type Ids, pathOf, teller } from './whole/teller.ts';
import { settle, startWorld, type World } from './world.ts';

const READERS = [
  ...[SCHOOL, LEAD, POLICE, PROSECUTOR, CLINIC, CENTRE, SERVICE, NGO],
  ...[REFERRER, NEXT, 'oversight-national', ELENE, ANA, KETEVAN, RUSUDAN, ZURA],
];
/** Those who read hardly anything: by name how little must be heard at least. */
const FEW = new Map([
  [ZURA, -1],
  [RUSUDAN, 1],
]);
const AGENCIES = READERS.filter((who) => !who.startsWith('person-'));
const { birds, sung, sing } = aviary();

let world: World;
let sink: Sink;
let told: Awaited<ReturnType<typeof protectedChild>>;
let addresses: readonly string[];
const sent: string[] = [];
let said: ReturnType<typeof teller>['said'];

beforeAll(async () => {
  // On a disk: what is at rest is looked for in the files themselves.
  [world, sink] = await Promise.all([startWorld({ inMemory: false }), startSink()]);
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
  const [first, family, moved] = await Promise.all([
    wholeCase(tell),
    supportedFamily(tell),
    movedChild(tell),
  ]);
  told = first.told;
  const { interviewId, unit, asked, ticket } = first;
  await world.advance('PT2H');
  await settle(world);
  addresses = [
    ...new Set([
      ...addressesOf({ ...idsAmong(told), ...unit, interviewId, number: 1 }, [
        ...told.asked.map(({ kind }) => told.task(kind)),
        ...Object.values(told.added),
      ]),
      ...[asked, ticket].flatMap((ids) => addressesOf(ids)),
      ...addressesOf({ ...family, number: 1 }),
      ...addressesOf({ ...moved, number: 1 }),
    ]),
  ];
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** From the report to the care afterwards, and what is asked of the records themselves. */
async function wholeCase(tell: ReturnType<typeof teller>) {
  const case_ = await protectedChild(tell);
  const { interviewId, present } = await interviewedChild(tell, case_.caseId);
  const unit = await staffedUnit(tell);
  await heldInterview(tell, interviewId, present);
  const { asked, ticket } = await askedOfRecords(tell, case_);
  return { told: case_, interviewId, unit, asked, ticket };
}

/** Of what a story knows, the ids. */
const idsAmong = (told: object): Ids =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'string'));

/** Every address of the contract that reads something of the case. */
function addressesOf(ids: Ids, tasks: readonly string[] = []): string[] {
  const reading = endpoints.filter((one) => one.method === 'GET' && one.function !== 'directory');
  const paths = reading.flatMap((one) =>
    one.path.includes('{taskId}') && tasks.length > 0
      ? tasks.map((taskId) => pathOf(one, { taskId }))
      : [pathOf(one, ids)],
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
      /early|instrument|person$|persons\/\*$|actingPerson$|deputy$|\/by$|seenBy(\/phone)?$|askedBy$|companion$|wanted$/;
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
    await each(addresses, async (path) => {
      const { text, status } = await world.raw(who, 'GET', path);
      expect(status, path).toBeLessThan(500);
      for (const bird of heardIn(text)) {
        heard.add(bird.at);
        if (!mayHear(bird, who)) wrong.push(`${path}: ${bird.operation}${bird.at} of ${bird.who}`);
      }
    });
    for (const { operation, text } of said.filter((one) => one.who === who)) {
      for (const bird of heardIn(text)) {
        if (mayHear(bird, who) || isReleased(operation, bird)) continue;
        wrong.push(`answer to ${operation}: ${bird.operation}${bird.at}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(heard.size).toBeGreaterThan(FEW.get(who) ?? 3);
  });

  it('is read by no stranger, and by nobody of the household', async () => {
    for (const who of STRANGERS) {
      const some = addresses.filter((_, i) => (i + who.length) % 5 === 0);
      await each([...some, '/v1/tasks', '/v1/referrals', '/v1/recalls'], async (path) => {
        expect(heardIn((await world.raw(who, 'GET', path)).text), `${who} ${path}`).toEqual([]);
      });
    }
  });

  it('is at rest nowhere but sealed', async () => {
    expect(isHeard(bytesOf(await world.table.rows()))).toEqual([]);
    const files = readdirSync(world.hub.dataDir, { recursive: true, withFileTypes: true });
    for (const file of files.filter(
      (one) => one.isFile() && !/phonebox|mailbox|accounts\.json/.test(one.name),
    )) {
      expect(isHeard(readFileSync(join(file.parentPath, file.name))), file.name).toEqual([]);
    }
  });

  it('is in no log, queue, webhook, feed or address', async () => {
    expect(isHeard(readFileSync(join(world.hub.dataDir, 'functions.log')))).toEqual([]);
    expect(sent.length).toBeGreaterThan(20);
    expect(isHeard(sent.join('\n'))).toEqual([]);
    expect(sink.received.length).toBeGreaterThan(20);
    expect(isHeard(JSON.stringify(sink.received))).toEqual([]);
    const feeds = await Promise.all(AGENCIES.map((who) => feedOf(world, who)));
    expect(isHeard(JSON.stringify(feeds))).toEqual([]);
    expect(isHeard(JSON.stringify(world.hub.stores.calls()))).toEqual([]);
  });

  it('is in no call, mail or message: the number that is called is that of the confirmed contact', async () => {
    const boxes = [await world.hub.stores.phonebox(), await world.hub.stores.mailbox()] as const;
    const texts = boxes.flat().map(({ to: _, ...rest }) => rest);
    expect(isHeard(JSON.stringify(texts))).toEqual([]);
  });
});
