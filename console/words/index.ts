import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '../../shared/domain/labels.ts';

/** The language is kept by the browser: it says nothing of anybody. */
const KEPT = 'ertad:language';

type File = () => Promise<{ readonly default: object }>;
/** The words of one area in both languages; each stands beside its pages and comes with them. */
export type Words = Readonly<Record<Lang, File>>;

/** What every page says, and the words of the pages somebody went to since. */
const known = new Set<Words>([{ ka: () => import('./ka.json'), en: () => import('./en.json') }]);

async function load(words: Words, lang: Lang): Promise<void> {
  const { default: bundle } = await words[lang]();
  i18next.addResourceBundle(lang, 'translation', bundle, true, true);
}

/** Before a page is shown: its words, in the language that is shown. */
export async function withWords(words: Words): Promise<void> {
  known.add(words);
  await load(words, shownLanguage());
}

const isLang = (said: string | null): said is Lang => said === 'ka' || said === 'en';

/** Georgian, unless somebody chose the other one here. */
export function chosenLanguage(): Lang {
  const kept = localStorage.getItem(KEPT);
  return isLang(kept) ? kept : 'ka';
}

const shownLanguage = (): Lang => (i18next.language === 'en' ? 'en' : 'ka');

async function show(lang: Lang): Promise<void> {
  await Promise.all([...known].map((words) => load(words, lang)));
  await i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: chosenLanguage(),
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await show(chosenLanguage());
}

export async function chooseLanguage(lang: Lang): Promise<void> {
  localStorage.setItem(KEPT, lang);
  await show(lang);
}
