import type { Browser, Page } from 'playwright-core';
import type { LocalHub } from '../../infra/local/hub.ts';
import { newTaskId } from '../../shared/domain/ids.ts';
import { listKey, taskKey } from '../../shared/store/keys.ts';
import { persona } from '../browser/persona.ts';
import { SLOWER } from '../browser/slow-line.ts';
import { words } from '../browser/words.ts';
import { type Row, rawTable } from '../hub/raw-table.ts';
import { atMost, type Figure } from './figures.ts';
import { sender } from './through-hub.ts';

const DESK = 'person-tamar-agency-imereti';
const LINES = 1000;
const A_PAGE = 100;
const MINUTE_MS = 60_000;
/** Two pictures of a screen that shows sixty a second: one is missed now and then, and nobody sees it. */
const FRAME_MS = 34;

/** One task of a desk as it came, and so many like it, each with a deadline of its own. */
async function manyTasks(hub: LocalHub): Promise<void> {
  const school = await sender(hub, 1);
  await school.send();
  await school.stop();
  await hub.idle();
  const raw = rawTable(hub);
  const model = (await raw.all('task')).find(({ agency }) => agency === 'agency-imereti');
  if (!model) throw new Error('no task came to the desk');
  for (let made = 0; made < LINES; made += 25) {
    const some = Array.from({ length: 25 }, (_, place) => another(model, hub, made + place));
    await Promise.all(some.map(raw.put));
  }
}

function another(model: Row, hub: LocalHub, place: number) {
  const id = newTaskId((count) => crypto.getRandomValues(new Uint8Array(count)));
  const deadline = new Date(hub.clock.now() + (place + 1) * MINUTE_MS).toISOString();
  const list = listKey(model.agency as never, 'open', deadline, id);
  return { ...model, ...taskKey(id), id, deadline, gsi1pk: list.pk, gsi1sk: list.sk };
}

/** From the top of a list to its end in steps of a turning wheel: what each picture took. */
const SCROLLED = `(async () => {
  const next = () => new Promise(requestAnimationFrame);
  const took = [];
  window.scrollTo(0, 0);
  let before = await next();
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
    window.scrollBy(0, 240);
    const now = await next();
    took.push(now - before);
    before = now;
  }
  return took;
})()`;

async function wholeList(page: Page): Promise<void> {
  const { showMore } = words('ka');
  for (let shown = A_PAGE; shown < LINES; shown += A_PAGE) {
    await page.getByRole('button', { name: showMore }).click();
    await page.locator('a.line').nth(shown).waitFor();
  }
}

/** A list of a thousand tasks, scrolled through on a machine slowed down four times. */
export async function longListFigure(hub: LocalHub, browser: Browser): Promise<Figure> {
  await manyTasks(hub);
  const { page, close } = await persona(browser, { hub, sub: DESK, lang: 'ka' });
  await page.goto(`${hub.url}/app/tasks`);
  await page.locator('a.line').first().waitFor();
  await wholeList(page);
  const lines = await page.locator('a.line').count();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const took = (await page.evaluate<number[]>(SCROLLED)).sort((a, b) => a - b);
  await close();
  const at = (share: number) => Math.round(took[Math.floor(took.length * share)] ?? Number.NaN);
  return atMost(
    'a list of a thousand lines scrolled through, nine pictures of ten',
    { value: at(0.9), promised: FRAME_MS, unit: 'ms' },
    `${lines} lines, ${took.length} pictures; half within ${at(0.5)} ms, the slowest ${Math.round(took.at(-1) ?? 0)} ms; processor ${SLOWER} × slower`,
  );
}
