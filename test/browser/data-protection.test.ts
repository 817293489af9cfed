import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { receiptNumber } from '../../shared/domain/ids.ts';
import { accept, routed } from '../hub/steps.ts';
import { violence } from '../hub/submissions.ts';
import { inOrder, keptBy, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { label, words } from './words.ts';

const LEAD = 'agency-imereti';
const ZURA = 'person-zura-police-tbilisi';
const ELENE = 'person-elene-oversight-national';

onStage();

/** The entry of a list in which this stands. */
const entry = (page: Page, said: string) =>
  page.locator('.entry').filter({ hasText: said }).first();

describe('an officer of data protection', () => {
  const t = words('ka');
  const o = t.oversight;

  it('records who asks for own data, holds a record, has access explained and sees what is owed', async () => {
    const { id, task } = await routed(
      world,
      violence({
        immediateDanger: 'yes',
        allegedPerpetrators: [
          { name: 'გია მაგალითაძე', relation: 'father', livesWithChild: 'yes' },
        ],
      }),
    );
    await accept(world, LEAD, task('assess-safety'));
    const receipt = receiptNumber(id);
    const one = await signedIn(ELENE);
    const { page } = one;
    const open = async (path: string) => {
      await page.goto(`${world.hub.url}/app/oversight/${path}`);
      await settled(page, t.waiting);
    };

    await open('requests/new');
    await page.getByLabel(o.requests.record).fill(receipt);
    await page.getByLabel(o.requests.subject).selectOption('child');
    await page.getByLabel(o.requests.requester).selectOption('parent');
    await page.getByLabel(o.requests.name).fill('ეკა მაგალითაძე');
    await inOrder(one);
    await page.getByRole('button', { name: o.requests.keep }).click();
    // Nobody said how the parent stands to an accused: two people decide.
    await page.getByText(label('ka', 'subjectAccessStates', 'waiting')).waitFor();
    await inOrder(one);
    await page.getByText(o.requests.refuse, { exact: true }).click();
    await page.getByLabel(o.requests.why, { exact: true }).fill('ბავშვი მასთან არ ცხოვრობს.');
    await page.getByRole('button', { name: o.requests.keepVote }).click();
    await page.getByText(label('ka', 'subjectAccessStates', 'refused')).waitFor();
    await inOrder(one);

    await open('retention');
    await inOrder(one);
    await page.getByLabel(o.retention.find).fill(receipt);
    await page.getByRole('button', { name: t.search.go }).click();
    await page.getByRole('button', { name: o.hold.set }).click();
    await page.getByLabel(o.hold.reason).selectOption('complaint');
    await page.getByLabel(o.hold.why).fill('საჩივარი განიხილება.');
    await page.getByRole('button', { name: o.hold.set }).click();
    await entry(page, label('ka', 'erasureHolds', 'complaint'))
      .getByText(o.hold.holding)
      .waitFor();
    await inOrder(one);

    await open('explain');
    await page.getByLabel(o.looked.find).fill(receipt);
    await page.getByLabel(o.explain.account).fill(ZURA);
    await page.getByLabel(o.explain.action).selectOption('referral.read');
    await page.getByRole('button', { name: o.explain.ask }).click();
    await page.getByText(o.explain.deny, { exact: true }).waitFor();
    await inOrder(one);

    await open('watched/identities');
    await inOrder(one);
    await page.getByRole('button', { name: o.check.do }).click();
    await page.getByRole('button', { name: o.check.keep }).click();
    await page.getByText(t.fillIn).waitFor();
    await page.getByText(o.check.inOrder, { exact: true }).click();
    await page.getByRole('button', { name: o.check.keep }).click();
    await page.getByText(o.watched.none, { exact: true }).waitFor();
    await inOrder(one);

    await open('owed');
    await page.getByLabel(o.owed.search).fill(o.owed.file.duty);
    await page.getByRole('heading', { name: o.owed.file.duty }).waitFor();
    await inOrder(one);

    const kept = await keptBy(one);
    for (const said of ['ეკა', 'მაგალითაძე', 'საჩივარი']) expect(kept).not.toContain(said);
    await one.close();
  });
});
