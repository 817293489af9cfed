import type { Words } from '../words/index.ts';

/** Shown on pages of several areas, each of which brings these words along. */
export const LOOKS: Words = { ka: () => import('./ka.json'), en: () => import('./en.json') };
