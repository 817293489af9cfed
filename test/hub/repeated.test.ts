import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import { commands } from './histories/commands.ts';
import { namesOf } from './names-of.ts';
import { askedOfRecords, staffedUnit } from './whole/accounts.ts';
import { interviewedChild, protectedChild } from './whole/case.ts';
import { heldInterview } from './whole/day.ts';
import { movedChild, supportedFamily } from './whole/family.ts';
import { endpointOf, type Said, teller } from './whole/teller.ts';
import { settle, startWorld, type World } from './world.ts';

let world: World;
/** Every creating call of the stories that went through. */
let made: readonly Said[];

beforeAll(async () => {
  world = await startWorld();
  const tell = teller(world);
  const case_ = await protectedChild(tell);
  const { interviewId, present } = await interviewedChild(tell, case_.caseId);
  await staffedUnit(tell);
  await heldInterview(tell, interviewId, present);
  await askedOfRecords(tell, case_);
  await supportedFamily(tell);
  await movedChild(tell);
  await settle(world);
  made = tell.said.filter(
    ({ operation, status }) => endpointOf(operation).idempotent && status < 300,
  );
});
afterAll(() => world?.stop());

/** The former unit, once the two have talked: it hears no more of the child, nor of this. */
const LOST = ['moveCase'];

/** What the callers have brought about: each decision of theirs has its events. */
async function done(): Promise<number> {
  const callers = new Set(made.map(({ who }) => who));
  const events = await world.table.all('event');
  return events.filter(({ by }) => callers.has((by as { sub: string }).sub)).length;
}

it('whoever repeats a call that made something hears of the same thing, whatever became of it', async () => {
  const wrong: string[] = [];
  const before = await done();
  for (const { who, operation, path, call, status, text } of made) {
    const { method } = endpointOf(operation);
    const again = await world.raw(who, method, path, call);
    if (LOST.includes(operation) && again.status === 404) continue;
    const same = again.status === status && namesOf(again.text) === namesOf(text);
    if (!same) wrong.push(`${operation} ${path}: ${status} ${text}, then ${again.text}`);
  }
  expect(wrong).toEqual([]);
  expect(before).toBeGreaterThan(made.length);
  await settle(world);
  expect(await done()).toBe(before);
});

/** Repeated in tests of their own, for what they answer is a secret, or of no record of a child. */
const APART = [
  ...['createEndpoint', 'rotateEndpoint', 'createInboundKey', 'rotateClient', 'rewindFeed'],
  ...['replayDelivery', 'replayDeliveries', 'signHead'],
];

it('so is every other call that makes something: here, in histories, or in a test of its own', () => {
  const here = new Set(made.map(({ operation }) => operation));
  const histories = new Set(commands.map(({ operation }) => operation));
  const all = endpoints.filter(({ idempotent }) => idempotent).map(({ operation }) => operation);
  expect(here.size).toBeGreaterThan(40);
  expect(all.filter((one) => !here.has(one) && !histories.has(one)).toSorted()).toEqual(
    APART.toSorted(),
  );
});
