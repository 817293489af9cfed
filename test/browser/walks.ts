import type { Lang } from '../../shared/domain/labels.ts';
import type { Size } from './persona.ts';

type Walk = [Lang, Size];

/** In which languages and sizes a story is walked. */
export const walksInBoth: Walk[] = [
  ['ka', 'desktop'],
  ['en', 'phone'],
];

/**
 * The stories of the children are walked in both languages, and so is each page by itself
 * (pages.test.ts). What people do beside them is walked in one, or, with `ERTAD_WALKS=all`, in both:
 * every walk is a minute of what has to be fast enough to be run at all.
 */
export const walksIn = (lang: Lang): Walk[] =>
  process.env.ERTAD_WALKS === 'all' ? walksInBoth : walksInBoth.filter(([own]) => own === lang);
