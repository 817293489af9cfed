import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import type { LocalHub } from '../../infra/local/hub.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { chromiumPath } from './chromium.ts';

export const SIZES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof SIZES;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long a page may take on a machine that is busy with two hubs as well. */
export const PATIENCE_MS = 120_000;

/** One Chromium for a test file. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    // As root Chromium has no sandbox of its own; nothing but the local hub is opened.
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });

interface PersonaOptions {
  readonly hub: Pick<LocalHub, 'url' | 'moveClock'>;
  /** One of people.ts: `person-nino-school-zestaponi`. */
  readonly sub: string;
  readonly lang?: Lang;
  readonly size?: Size;
}

/** Somebody at a browser of their own, with what went wrong in it. */
export interface Persona {
  readonly page: Page;
  /** What the console, the content policy or a request complained of; must stay empty. */
  readonly complaints: string[];
  /** Every accessibility rule of WCAG 2.2 A and AA that the page as it stands breaks. */
  axe(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the console of a hub; nobody is signed in. */
export async function atTheConsole(
  browser: Browser,
  options: Omit<PersonaOptions, 'sub'>,
): Promise<Persona> {
  const { hub, lang = 'ka', size = 'desktop' } = options;
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: lang === 'ka' ? 'ka-GE' : 'en-GB',
    reducedMotion: 'reduce',
  });
  // Before the page's own scripts, and past its content policy.
  await context.addInitScript({ content: AXE });
  await context.addInitScript({ content: `localStorage.setItem('ertad:language', '${lang}')` });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = listening(page, hub.url);
  // Pictures are taken outside of tests.
  if (expect.getState().currentTestName) onTestFailed(() => tell(page));
  await page.goto(hub.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    complaints,
    axe: () => violations(page),
    close: () => context.close(),
  };
}

/** What stood on the page when a test failed. */
async function tell(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const shown = await page.locator('main').first().textContent({ timeout: 1000 }).catch(String);
  console.log(`at ${page.url()}: ${shown?.slice(0, 2000)}`);
}

/** The same, signed in with the second factor as that page asks for it. */
export async function persona(browser: Browser, options: PersonaOptions): Promise<Persona> {
  // A one-time code counts once: the next one is there after half a minute.
  await options.hub.moveClock({ advance: 'PT1M' });
  const opened = await atTheConsole(browser, options);
  await signIn(opened.page, options.sub);
  await opened.page.waitForURL(/\/app\//).catch(async (error: Error) => {
    const shown = await opened.page.locator('body').textContent();
    throw new Error(`${options.sub} is not in: ${shown}\n${opened.complaints.join('\n')}`, {
      cause: error,
    });
  });
  return opened;
}

/** From the console's sign-in page, or in a window that it opened. */
export async function signIn(page: Page, sub: string): Promise<void> {
  if (!page.url().includes('/identity/')) await page.locator('main .button').first().click();
  await page.locator(`button[value="${sub}"]`).click();
  const code = await page.locator('#code').textContent();
  await page.locator('input[name=code]').fill(code ?? '');
  await page.locator('form button').click();
}

function listening(page: Page, hub: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The pages of the local identity provider are not the console's.
    if (message.location().url.startsWith(`${hub}/identity`) || isIcon(message.location().url))
      return;
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} at ${message.location().url.replace(hub, '')}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(hub)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  return complaints;
}

const isIcon = (url: string): boolean => url.endsWith('/favicon.ico');

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { axe } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } };
    return (await axe.run({ runOnly: tags })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface AxeResults {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

/** Nothing on the page waits for an answer of the hub any more; `waiting` is what it says meanwhile. */
export async function settled(page: Page, waiting: string): Promise<void> {
  await page.locator('main h1').waitFor();
  // A page that has an answer may go on to ask for more: until nothing is left that waits.
  while ((await page.getByText(waiting, { exact: true }).count()) > 0)
    await page.getByText(waiting, { exact: true }).first().waitFor({ state: 'detached' });
}

/** Everything the browser keeps for this origin, and where it is. */
export async function keptBy({ page }: Persona): Promise<string> {
  // In the browser's own words: the tests' types know no document.
  const kept = await page.evaluate<string[]>(
    `[JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }),
      document.cookie, document.title, location.href]`,
  );
  return kept.join('\n');
}

/** Nothing was complained of, and no rule of accessibility is broken. */
export async function inOrder(...all: readonly Persona[]): Promise<void> {
  for (const one of all) {
    // A page is loaded when somebody goes there: until then there is nothing to look at.
    await one.page.locator('main h1').first().waitFor();
    expect(one.complaints).toEqual([]);
    expect(await one.axe()).toEqual([]);
  }
}
