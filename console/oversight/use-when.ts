import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

/** Times in words, as they are read out: the clock of Georgia, and how far away that is. */
export function useWhen() {
  const lang = useLanguage();
  const now = useNow();
  return {
    now,
    at: (instant: string) => momentOf(instant, lang, now),
    away: (instant: string) => awayFrom(instant, lang, now),
    both: (instant: string) => `${momentOf(instant, lang, now)} (${awayFrom(instant, lang, now)})`,
  };
}
