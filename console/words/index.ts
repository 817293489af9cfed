import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '../../shared/domain/labels.ts';

/** The language is kept by the browser: it says nothing of anybody. */
const KEPT = 'ertad:language';

const files = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

const isLang = (said: string | null): said is Lang => said === 'ka' || said === 'en';

/** Georgian, unless somebody chose the other one here. */
export function chosenLanguage(): Lang {
  const kept = localStorage.getItem(KEPT);
  return isLang(kept) ? kept : 'ka';
}

async function show(lang: Lang): Promise<void> {
  const { default: words } = await files[lang]();
  i18next.addResourceBundle(lang, 'translation', words);
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
