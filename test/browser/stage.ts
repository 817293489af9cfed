import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Lang } from '../../shared/domain/labels.ts';
import { startWorld, type World } from '../hub/world.ts';
import { type Persona, persona, type Size, startBrowser } from './persona.ts';

/** There once the tests of a file begin that called `onStage`. */
export let world: World;
export let browser: Browser;

/** A hub and a Chromium for the tests of one file. */
export function onStage(): void {
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });
}

/** Somebody of people.ts at the console, signed in. */
export const signedIn = (
  sub: string,
  lang: Lang = 'ka',
  size: Size = 'desktop',
): Promise<Persona> => persona(browser, { hub: world.hub, sub, lang, size });
