import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { submitReferral } from '../../shared/contract/referrals.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { startWorld, type World } from '../hub/world.ts';
import { aReferral } from './a-referral.ts';
import { atTheConsole, persona, startBrowser } from './persona.ts';

/**
 * `npm run screenshots`: each page of the console in both languages, as its people see it, to
 * docs/screens/. On a hub of its own, with a child who does not exist.
 */
const FOLDER = join(import.meta.dirname, '../../docs/screens');

interface Shot {
  readonly name: string;
  readonly sub: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const TEACHER = 'person-nino-school-zestaponi';
const DESK = 'person-tamar-agency-imereti';

const shotsOf = (referral: string, task: string): readonly Shot[] => [
  {
    name: 'new-referral',
    sub: TEACHER,
    path: '/app/referrals/new',
    prepare: (page) => page.getByRole('radio').last().check({ force: true }),
  },
  { name: 'my-referrals', sub: TEACHER, path: '/app/referrals' },
  { name: 'referral', sub: TEACHER, path: `/app/referrals/${referral}` },
  { name: 'work-list', sub: DESK, path: '/app/tasks' },
  { name: 'task', sub: DESK, path: `/app/tasks/${task}` },
  { name: 'components', sub: DESK, path: '/_components' },
];

async function shoot(browser: Browser, world: World, lang: Lang, shots: readonly Shot[]) {
  const { page, close } = await atTheConsole(browser, { hub: world.hub.url, sub: TEACHER, lang });
  await page.screenshot({ path: join(FOLDER, `sign-in.${lang}.png`) });
  await close();
  for (const [sub, own] of Map.groupBy(shots, (shot) => shot.sub)) {
    const somebody = await persona(browser, { hub: world.hub.url, sub, lang });
    for (const { name, path, prepare } of own) {
      await somebody.page.goto(`${world.hub.url}${path}`);
      await somebody.page.locator('main').waitFor();
      await prepare?.(somebody.page);
      await somebody.page.waitForLoadState('networkidle').catch(() => undefined);
      await somebody.page.screenshot({ path: join(FOLDER, `${name}.${lang}.png`), fullPage: true });
      console.log(`docs/screens/${name}.${lang}.png`);
    }
    await somebody.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const [world, browser] = await Promise.all([startWorld(), startBrowser()]);
try {
  const { body } = await world.as(TEACHER)(submitReferral, { body: aReferral });
  await world.hub.idle();
  const [task] = (await world.table.all('task')).filter((one) => one.agency === 'agency-imereti');
  for (const lang of ['ka', 'en'] as const)
    await shoot(browser, world, lang, shotsOf(body.id, String(task?.id)));
} finally {
  await browser.close();
  await world.stop();
}
