import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Lang } from '../../shared/domain/labels.ts';
import { startWorld, type World } from '../hub/world.ts';
import { atTheConsole, persona, settled, startBrowser } from './persona.ts';
import { everyPage, type Shown } from './scene.ts';
import { words } from './words.ts';

/**
 * `npm run screenshots`: each page of the console in both languages, as its people see it, to
 * docs/screens/; `-- case oversight` only those. On a hub of its own, with a child who does not exist.
 */
const FOLDER = join(import.meta.dirname, '../../docs/screens');

async function shoot(browser: Browser, world: World, lang: Lang, shots: readonly Shown[]) {
  const { page, close } = await atTheConsole(browser, { hub: world.hub, lang });
  await page.screenshot({ path: join(FOLDER, `sign-in.${lang}.png`) });
  await close();
  for (const [sub, own] of Map.groupBy(shots, (shot) => shot.sub)) {
    const somebody = await persona(browser, { hub: world.hub, sub, lang });
    for (const { name, path } of own) {
      await somebody.page.goto(`${world.hub.url}${path}`);
      await somebody.page.locator('main h1').first().waitFor();
      if (path !== '/_components') await settled(somebody.page, words(lang).waiting);
      await somebody.page.screenshot({ path: join(FOLDER, `${name}.${lang}.png`), fullPage: true });
      console.log(`docs/screens/${name}.${lang}.png`);
    }
    await somebody.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const [world, browser] = await Promise.all([startWorld(), startBrowser()]);
try {
  const wanted = process.argv.slice(2);
  const pages = (await everyPage(world)).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  );
  for (const lang of ['ka', 'en'] as const) await shoot(browser, world, lang, pages);
} finally {
  await browser.close();
  await world.stop();
}
