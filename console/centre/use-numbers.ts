import { useTranslation } from 'react-i18next';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Day } from './day-board.tsx';

/** Visits of a day have no names: they are told apart by their number in it. */
export function useNumbers({ visits }: Pick<Day, 'visits'>) {
  const { t } = useTranslation();
  const place = new Map(visits.map(({ id, purpose }, i) => [`${id} ${purpose}`, i + 1]));
  return (id: string | undefined, purpose: string = 'visit'): string | undefined => {
    const number = id && place.get(`${id} ${purpose}`);
    return number ? t('centre.number', { number }) : undefined;
  };
}

/** “10:00” in Georgia, whatever day it is. */
export function useClock() {
  const lang = useLanguage();
  return (instant: string): string => momentOf(instant, lang, new Date(instant));
}
