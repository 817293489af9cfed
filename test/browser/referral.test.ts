import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../shared/domain/labels.ts';
import { startWorld, type World } from '../hub/world.ts';
import {
  inOrder,
  keptBy,
  type Persona,
  persona,
  type Size,
  settled,
  startBrowser,
} from './persona.ts';
import { label, words } from './words.ts';

/** What the teacher writes: looked for afterwards wherever the browser keeps anything. */
const WORRY = 'ბავშვს სახეზე დალურჯება აქვს და შინ წასვლის ეშინია';
const PLACE = 'მე-2 სართული, მე-5ბ კლასი';
const PHONE = '599123456';
/** Two people at two browsers, and the hub between them. */
const STORY_MS = 180_000;
const QUESTION = 'ვინ მოიყვანა ბავშვი დღეს სკოლაში?';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function signedIn(sub: string, lang: Lang, size: Size): Promise<Persona> {
  // A one-time code counts once: the next one is there after half a minute.
  await world.advance('PT1M');
  return persona(browser, { hub: world.hub.url, sub, lang, size });
}
const asTeacher = (lang: Lang, size: Size) => signedIn('person-nino-school-zestaponi', lang, size);

async function write({ page }: Persona, lang: Lang): Promise<void> {
  const t = words(lang);
  await page.getByRole('link', { name: t.referral.new }).first().click();
  await page.getByText(t.danger.unsure, { exact: true }).click();
  await page.getByLabel(t.needed.worry).fill(WORRY);
  await page.getByLabel(t.needed.municipality).selectOption('zestaponi');
  await page.getByLabel(t.needed.where).fill(PLACE);
  await page.getByLabel(t.needed.phone).fill(PHONE);
}

describe.each<[Lang, Size]>([
  ['ka', 'desktop'],
  ['en', 'phone'],
])('a teacher (%s, %s)', (lang, size) => {
  const t = words(lang);

  it(
    'hands a child over and sees somebody take it',
    async () => {
      const desk = await signedIn('person-tamar-agency-imereti', lang, size);
      await settled(desk.page, t.waiting);
      const before = await desk.page.locator('a.line').count();
      const teacher = await asTeacher(lang, size);
      await inOrder(teacher);
      await write(teacher, lang);
      await inOrder(teacher);

      await teacher.page.getByRole('button', { name: t.review.go }).click();
      await teacher.page.getByText(t.review.leads, { exact: true }).waitFor();
      await inOrder(teacher);

      await teacher.page.getByRole('button', { name: t.review.send, exact: true }).click();
      await teacher.page.getByRole('heading', { name: t.receipt.title }).waitFor();
      await inOrder(teacher);
      const receipt = await teacher.page.locator('strong.number').textContent();
      expect(receipt).toMatch(/^ER-/);
      await world.hub.idle();

      // The list fills itself: nobody reloads it.
      await desk.page.locator('a.line').nth(before).waitFor();
      await inOrder(desk);
      const line = desk.page
        .locator('a.line')
        .filter({ hasText: label(lang, 'taskKinds', 'assess-safety') });
      await line
        .filter({ hasText: label(lang, 'taskStatuses', 'requested') })
        .first()
        .click();
      await desk.page.getByRole('button', { name: t.steps.accepted }).click();
      await desk.page.getByLabel(t.steps.person).fill('თამარი');
      await desk.page.getByRole('button', { name: t.steps.do }).click();
      await desk.page
        .getByText(label(lang, 'taskStatuses', 'accepted'), { exact: true })
        .first()
        .waitFor();
      await inOrder(desk);
      await desk.page.getByRole('link', { name: t.tasks.referral }).click();
      await desk.page.getByLabel(t.write.answer).selectOption('acting');
      await desk.page.getByRole('button', { name: t.write.send }).click();
      await desk.page
        .getByText(label(lang, 'feedback', 'acting'))
        .first()
        .waitFor();
      await desk.page.getByLabel(t.write.question).fill(QUESTION);
      await desk.page.getByRole('button', { name: t.write.ask, exact: true }).click();
      await desk.page.getByText(t.questions.waiting).waitFor();
      await inOrder(desk);
      await world.hub.idle();

      const { page } = teacher;
      await page.getByRole('link', { name: t.receipt.follow }).click();
      await page.getByText(String(receipt)).waitFor();
      const read = page.getByRole('button', { name: t.feedback.acknowledge });
      await read.click();
      await read.waitFor({ state: 'detached' });
      await page.getByText(QUESTION).waitFor();
      await page.getByLabel(t.questions.answer).fill('დედა დღეს სკოლაში იყო.');
      await page.getByRole('button', { name: t.questions.send }).click();
      await page.getByText('დედა დღეს სკოლაში იყო.').waitFor();
      await inOrder(teacher);

      for (const one of [teacher, desk]) {
        const kept = await keptBy(one);
        for (const said of [WORRY, PLACE, PHONE, 'დალურჯება']) expect(kept).not.toContain(said);
        await one.close();
      }
    },
    STORY_MS,
  );
});

describe('without a line', () => {
  const t = words('ka');

  it('says that it is not sent, gives no receipt, and sends exactly once when the line is back', async () => {
    const teacher = await asTeacher('ka', 'phone');
    const { page } = teacher;
    await write(teacher, 'ka');
    await page.getByRole('button', { name: t.review.go }).click();
    await page.getByText(t.review.leads, { exact: true }).waitFor();
    const before = (await world.table.all('referral')).length;

    await page.context().setOffline(true);
    const send = page.getByRole('button', { name: t.review.send, exact: true });
    await send.dblclick();
    await page.getByText('არ არის გაგზავნილი — not sent').waitFor();
    expect(await page.getByText(t.receipt.title).count()).toBe(0);
    for (const number of ['112', '111', '1505']) {
      expect(await page.locator('.unsent').getByText(number, { exact: true }).count()).toBe(1);
    }
    expect((await world.table.all('referral')).length).toBe(before);

    await page.context().setOffline(false);
    await page.getByRole('heading', { name: t.receipt.title }).waitFor();
    expect((await world.table.all('referral')).length).toBe(before + 1);
    await teacher.close();
  });

  it('keeps one receipt for one child when the answer was lost on the way', async () => {
    const teacher = await asTeacher('ka', 'desktop');
    const { page } = teacher;
    await write(teacher, 'ka');
    await page.getByRole('button', { name: t.review.go }).click();
    await page.getByText(t.review.leads, { exact: true }).waitFor();
    const before = (await world.table.all('referral')).length;
    let lost = 0;
    await page.route('**/v1/referrals', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: t.review.send, exact: true }).click();
    await page.getByRole('heading', { name: t.receipt.title }).waitFor();
    expect(lost).toBe(1);
    expect((await world.table.all('referral')).length).toBe(before + 1);
    await teacher.close();
  });
});
