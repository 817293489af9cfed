import type { LocalHub } from '../../infra/local/hub.ts';
import { startBrowser } from '../browser/persona.ts';
import { firstVisit } from '../browser/slow-line.ts';
import { words } from '../browser/words.ts';
import { atMost, type Figure } from './figures.ts';
import { longListFigure } from './long-list.ts';

/** From a first click to the button that signs in. */
const USABLE_MS = 2500;

/** First visits to the console over a slow line in a browser slowed down four times; the middle one counts. */
export async function consoleFigures(hub: LocalHub, short: boolean): Promise<Figure[]> {
  const browser = await startBrowser();
  const { enter } = words('ka').signIn;
  const times: number[] = [];
  // The first one only warms the hub.
  for (let visit = 0; visit <= (short ? 3 : 9); visit += 1) {
    const took = await firstVisit(browser, hub.url, (page) =>
      page.getByRole('button', { name: enter }).waitFor(),
    );
    if (visit > 0) times.push(took);
  }
  const list = await longListFigure(hub, browser);
  await browser.close();
  times.sort((a, b) => a - b);
  const value = Math.round(times[Math.floor(times.length / 2)] ?? Number.NaN);
  return [
    atMost(
      'the console on a slow line and a slow machine, until it can be used',
      { value, promised: USABLE_MS, unit: 'ms' },
      `${times.length} first visits, ${Math.round(times[0] ?? 0)} to ${Math.round(times.at(-1) ?? 0)} ms; 1.6 Mbit/s, 150 ms, processor 4 × slower`,
    ),
    list,
  ];
}
