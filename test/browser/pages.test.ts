import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, inOrder, keptBy, type Persona, settled } from './persona.ts';
import { everyPage, type Shown } from './scene.ts';
import { browser, onStage, signedIn, world } from './stage.ts';
import { walksInBoth } from './walks.ts';
import { words } from './words.ts';

/** A person of the children's stories in which the pages are opened. */
const SAID = ['დალურჯება', 'მაგალითაძე', 'მაისურაძე', 'ნია'];
/** The narrowest screen, and the desktop's at 200 %: nothing may need scrolling sideways. */
const NARROW = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
];

let pages: readonly Shown[] = [];

onStage();
beforeAll(async () => {
  pages = await everyPage(world);
});

describe.each(walksInBoth)('each page (%s, %s)', (lang, size) => {
  const t = words(lang);

  it('can be used by everybody, complains of nothing, and keeps nothing of the child', async () => {
    const nobody = await atTheConsole(browser, { hub: world.hub, lang, size });
    await inOrder(nobody);
    await nobody.close();
    const wrong: string[] = [];
    for (const [sub, all] of Map.groupBy(pages, (one) => one.sub)) {
      const somebody = await signedIn(sub, lang, size);
      for (const { name, path } of all) {
        await somebody.page.goto(`${world.hub.url}${path}`);
        await somebody.page.getByRole('heading', { level: 1 }).waitFor();
        if (path !== '/_components') await settled(somebody.page, t.waiting);
        wrong.push(...(await wrongWith(somebody)).map((one) => `${name}: ${one}`));
      }
      // A page that is not there, or not open to whoever asks, is answered by the hub as such.
      const complaints = somebody.complaints.filter((one) => !/status of 404/.test(one));
      wrong.push(...complaints.map((one) => `${sub}: ${one}`));
      await somebody.close();
    }
    expect(wrong).toEqual([]);
  });
});

/** What a page, as it stands, owes whoever uses it. */
async function wrongWith(somebody: Persona): Promise<string[]> {
  const { page } = somebody;
  const wrong = await somebody.axe();
  const own = page.viewportSize();
  for (const size of [own, ...NARROW]) {
    if (size) await page.setViewportSize(size);
    const wide = await tooWide(page);
    if (wide) wrong.push(`scrolls sideways at ${size?.width}: ${wide}`);
  }
  if (own) await page.setViewportSize(own);
  const kept = await keptBy(somebody);
  return [...wrong, ...SAID.filter((said) => kept.includes(said)).map((said) => `keeps ${said}`)];
}

/** What is wider than the screen: one would have to scroll sideways to read it (WCAG 1.4.10). */
const tooWide = (page: Page): Promise<string | undefined> =>
  page.evaluate<string | undefined>(`(() => {
    const room = document.documentElement.clientWidth + 1;
    if (document.documentElement.scrollWidth <= room) return undefined;
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > room,
    );
    return out.map((one) => one.tagName + '.' + one.className).join(' > ').slice(-160);
  })()`);
