import type { Browser, Page } from 'playwright-core';
import { SIZES } from './persona.ts';

/** A slow line: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** How much slower than the machine here an old laptop is. */
export const SLOWER = 4;

type Usable = (page: Page) => Promise<unknown>;

/** Milliseconds until a page can be used by somebody who has nothing of it yet. */
export async function firstVisit(browser: Browser, url: string, usable: Usable): Promise<number> {
  const context = await browser.newContext({ viewport: SIZES.phone, locale: 'ka-GE' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const from = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await usable(page);
  const took = performance.now() - from;
  await context.close();
  return took;
}
