import type { Lang } from '../../shared/domain/labels.ts';

/** Languages of families and teachers beside the two in which one works here. */
export type LeafletLang = 'az' | 'hy' | 'ru';

export interface Leaflet {
  readonly name: string;
  /** What to do until somebody comes, by the codes of `nextSteps`. */
  readonly steps: Readonly<Record<string, string>>;
  /** What to say on the telephone. */
  readonly script: Readonly<Record<Spoken | 'title' | 'unknown', string>>;
}
export type Spoken = 'who' | 'where' | 'danger' | 'worry' | 'back';

const files: Readonly<Record<LeafletLang, () => Promise<{ readonly default: Leaflet }>>> = {
  az: () => import('./az.json'),
  hy: () => import('./hy.json'),
  ru: () => import('./ru.json'),
};

export type Leaflets = Readonly<Record<LeafletLang, Leaflet>>;

/** All of them at once: they are wanted when there may be no line any more. */
export async function readLeaflets(): Promise<Leaflets> {
  const [az, hy, ru] = await Promise.all([files.az(), files.hy(), files.ru()]);
  return { az: az.default, hy: hy.default, ru: ru.default };
}

interface Step {
  readonly code: string;
  readonly label: string;
  readonly until?: string | undefined;
}

/** A step in the leaflet’s words; in those of the hub, where the leaflet has none. */
export const stepIn = (leaflet: Leaflet | undefined, { code, label, until }: Step): string =>
  leaflet?.steps[code]?.replace('{{until}}', until ?? '') ?? label;

/** Own languages first, as they call themselves. */
export const languagesOf = (leaflets: Leaflets, lang: Lang) => [
  { value: lang as string, label: lang === 'ka' ? 'ქართული' : 'English' },
  ...Object.entries(leaflets).map(([value, { name }]) => ({ value, label: name })),
];
