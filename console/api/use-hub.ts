import { useMemo } from 'react';
import { useLanguage } from '../words/use-language.ts';
import { hub } from './hub.ts';

/** Calls of the hub, answered in the language that is shown. */
export function useHub() {
  const lang = useLanguage();
  return useMemo(() => hub(lang), [lang]);
}
