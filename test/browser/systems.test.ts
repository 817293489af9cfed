import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { getFeedPosition, putFeedPosition } from '../../shared/contract/feed.ts';
import { createInboundKey } from '../../shared/contract/inbound.ts';
import { eventTypes } from '../../shared/domain/journal/event.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { type Started, startReference } from '../conformance/started.ts';
import { routed } from '../hub/steps.ts';
import { early } from '../hub/submissions.ts';
import { inOrder, keptBy, type Persona, type Size, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { words } from './words.ts';

const SERVICE = 'municipality-zestaponi';

const receivers: Started[] = [];
onStage();
afterAll(() => {
  for (const receiver of receivers) receiver.stop();
});

const asItPerson = (lang: Lang, size: Size) =>
  signedIn('person-vakhtang-municipality-zestaponi', lang, size);

/** A port nobody listens on yet: the secret is there before the receiver that needs it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Something for the municipal service to do. */
async function work() {
  const answers = { 'low-income': 'yes', isolated: 'yes' } as const;
  const { task } = await routed(world, early(answers), { from: 'resource-centre-zestaponi' });
  await world.hub.idle();
  return task('support-family');
}

/** What stands before the first gap of some words. */
const before = (said: string): string => said.slice(0, said.indexOf('{{'));

const shownOn = async (page: Page) => String(await page.locator('body').textContent());

type Secret = ReturnType<typeof words>['systems']['secret'];

/** The secret that stands on the page now; it stands nowhere else, and leaves with a press. */
async function secretOnce(somebody: Persona, said: Secret): Promise<string> {
  const { page } = somebody;
  const secret = String(await page.getByRole('alert').locator('code').textContent());
  expect(secret.length).toBeGreaterThan(20);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: said.copy, exact: true }).click();
  await page.getByText(said.copied).waitFor();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(secret);
  await inOrder(somebody);
  expect(await keptBy(somebody)).not.toContain(secret);
  await page.getByRole('button', { name: said.kept }).click();
  await page.getByText(secret).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await shownOn(page)).not.toContain(secret);
  return secret;
}

describe.each(walksIn('en'))('who keeps a municipality’s systems (%s, %s)', (lang, size) => {
  const t = words(lang);
  const s = t.systems;
  const requested = eventTypes['task.requested'][lang];

  it('brings an address to work, follows what is sent there, and switches it off', async () => {
    const somebody = await asItPerson(lang, size);
    const { page } = somebody;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
    await page.getByText(s.none).waitFor();
    await inOrder(somebody);

    await follow(s.new);
    const port = await freePort();
    await page.getByLabel(s.url).fill(`http://127.0.0.1:${port}/ertad`);
    await page.getByLabel(s.description).fill('საქმისწარმოება');
    await page.getByText(s.some, { exact: true }).click();
    await press(s.create);
    await page.getByText(s.someMissing).waitFor();
    await page.getByText(s.groups.tasks).first().click();
    await page.getByText(requested, { exact: true }).click();
    await inOrder(somebody);
    await press(s.create);
    const secret = await secretOnce(somebody, s.secret);

    // Nobody listens there yet: it is started with the secret from the page.
    await page.getByText(s.standing.asked.title).first().waitFor();
    await inOrder(somebody);
    const receiver = await startReference('receiver.ts', [secret], { PORT: String(port) });
    receivers.push(receiver);
    await press(s.try.challenge);
    await page.getByText(s.try.arrived).waitFor();
    await page.getByText(s.standing.new.title).first().waitFor();
    await press(s.try.test);
    await page.getByText(s.try.headers).waitFor();
    await inOrder(somebody);

    // What comes in is on the page of news by itself, and says nothing of the child.
    await page.locator('a[href="/app/me"]').click();
    await inOrder(somebody);
    await follow(t.me.news.see);
    await settled(page, t.waiting);
    const task = await work();
    const line = page.locator(`a.line[href="/app/tasks/${task}"]`).filter({ hasText: requested });
    await line.filter({ hasText: t.me.news.new }).waitFor();
    await inOrder(somebody);

    const taken = await (await fetch(receiver.taken)).text();
    expect(taken).toContain('evt_');
    await follow(t.nav.systems);
    await page.locator('a.line').first().click();
    await page.getByText(s.standing.works.title).first().waitFor();
    await follow(s.log);
    await page.locator('a.line').filter({ hasText: s.status.delivered }).first().waitFor();
    await inOrder(somebody);
    await page.locator('a.line').first().click();
    await press(s.replay.one);
    await world.hub.idle();
    await page.getByText(s.byHand.replace('{{number}}', '1')).waitFor();
    await inOrder(somebody);

    await follow(s.log);
    await page.getByText(s.replay.numbers).click();
    await page.getByLabel(s.replay.from, { exact: true }).fill('1');
    await page.getByLabel(s.replay.to, { exact: true }).fill('9999');
    await press(s.replay.do);
    await page.getByRole('alert').getByText(before(s.replay.done)).waitFor();
    await world.hub.idle();

    await follow(s.back);
    await press(s.keys.rotate);
    await inOrder(somebody);
    await press(s.keys.do);
    expect(await secretOnce(somebody, s.secret)).not.toBe(secret);
    await page.getByText(s.keys.one.replace('{{number}}', '2')).waitFor();
    await press(s.switch.disable.does);
    await page.getByText(s.switch.disable.then).waitFor();
    await press(s.switch.disable.does);
    await page.getByText(s.standing['off-owner'].title, { exact: true }).first().waitFor();
    await inOrder(somebody);
    await press(s.switch.delete.does);
    await press(s.switch.delete.does);
    await page.getByText(s.none).waitFor();
    await inOrder(somebody);
    await somebody.close();
  });
});

describe('the other side of the connection', () => {
  const t = words('en');
  const s = t.systems;

  it('shows how far the system is, what it lacks, and its keys and secrets', async () => {
    const call = world.as(SERVICE);
    await work();
    const { last: sequence } = (await call(getFeedPosition)).body;
    await call(putFeedPosition, { body: { sequence }, ifMatch: 0 });
    await work();
    await call(createInboundKey, { body: { scheme: 'v1' } });
    const somebody = await asItPerson('en', 'phone');
    const { page } = somebody;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const part = (name: string) =>
      page.getByRole('navigation', { name: s.title }).getByRole('link', { name }).click();

    await part(s.parts.feed);
    await page.getByText(before(s.feed.behind)).waitFor();
    await page.getByLabel(s.compare.from).fill('1');
    await page.getByLabel(s.compare.to).fill('1');
    await press(s.compare.do);
    await page.getByText(s.compare.differs).waitFor();
    await inOrder(somebody);
    await press(s.feed.rewind);
    await page.getByLabel(s.feed.rewindTo).fill('0');
    await page.getByLabel(s.feed.reason).selectOption('restored');
    await press(s.feed.rewindDo);
    await page.getByText(s.feed.never).waitFor();
    await inOrder(somebody);

    await part(s.parts.keys);
    await press(s.inbound.close);
    await inOrder(somebody);
    await press(s.inbound.close);
    await page.getByText(s.inbound.none).waitFor();

    await part(s.parts.clients);
    await press(s.clients.rotate);
    await press(s.clients.rotate);
    await secretOnce(somebody, s.secret);
    await press(s.clients.endOld);
    await inOrder(somebody);
    await press(s.clients.endOld);
    await page.getByRole('button', { name: s.clients.rotate }).waitFor();
    await somebody.close();
  });
});
