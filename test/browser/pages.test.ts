import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitReferral } from '../../shared/contract/referrals.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { startWorld, type World } from '../hub/world.ts';
import { aReferral } from './a-referral.ts';
import {
  atTheConsole,
  inOrder,
  keptBy,
  persona,
  type Size,
  settled,
  startBrowser,
} from './persona.ts';
import { words } from './words.ts';

/** Ten pages, each looked at as a whole. */
const PAGES_MS = 180_000;

let world: World;
let browser: Browser;
let referral = '';
let task = '';
let case_ = '';

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startBrowser()]);
  const { body } = await world.as('school-zestaponi')(submitReferral, { body: aReferral });
  await world.hub.idle();
  referral = body.id;
  const tasks = await world.table.all('task');
  const own = tasks.find(({ agency }) => agency === 'agency-imereti');
  task = String(own?.id);
  case_ = String(own?.case);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** Every page with somebody for whom it is there. */
const pages = (): readonly (readonly [string, string])[] => [
  ['person-lela-resource-centre-zestaponi', '/app/referrals/early'],
  ['person-lela-resource-centre-zestaponi', '/app/referrals/new'],
  ['person-lela-resource-centre-zestaponi', '/app/referrals'],
  ['person-tamar-agency-imereti', '/app/tasks'],
  ['person-tamar-agency-imereti', `/app/tasks/${task}`],
  ['person-tamar-agency-imereti', `/app/cases/${case_}`],
  ['person-tamar-agency-imereti', `/app/referrals/${referral}`],
  ['person-tamar-agency-imereti', '/app/nowhere'],
  ['person-tamar-agency-imereti', '/_components'],
  ['person-ana-oversight-national', '/app/oversight'],
];

describe.each<[Lang, Size]>([
  ['ka', 'desktop'],
  ['en', 'phone'],
])('each page (%s, %s)', (lang, size) => {
  const t = words(lang);

  it(
    'can be used by everybody, complains of nothing, and keeps nothing of the child',
    async () => {
      const nobody = await atTheConsole(browser, { hub: world.hub.url, sub: '', lang, size });
      await inOrder(nobody);
      await nobody.close();
      for (const [sub, all] of Map.groupBy(pages(), ([who]) => who)) {
        await world.advance('PT1M');
        const somebody = await persona(browser, { hub: world.hub.url, sub, lang, size });
        for (const [, path] of all) {
          await somebody.page.goto(`${world.hub.url}${path}`);
          await somebody.page.getByRole('heading', { level: 1 }).waitFor();
          if (path !== '/_components') await settled(somebody.page, t.waiting);
          expect(await somebody.axe(), path).toEqual([]);
          expect(await isTooWide(somebody.page), path).toBe(false);
          const kept = await keptBy(somebody);
          for (const said of ['დალურჯება', 'მაგალითაძე', 'ნია']) expect(kept).not.toContain(said);
        }
        // A page that is not there, or not open to whoever asks, is answered by the hub as such.
        expect(somebody.complaints.filter((one) => !/404/.test(one))).toEqual([]);
        await somebody.close();
      }
    },
    PAGES_MS,
  );
});

/** Something is wider than the screen: one would have to scroll sideways to read (WCAG 1.4.10). */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  );
