import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What is being written in a form: in memory only. What `missing` names must be filled in before it
 * is sent, and is said at its field once somebody tried.
 */
export function useDraft<T extends object>(
  empty: T,
  missing: (draft: T) => readonly (keyof T)[] = () => [],
) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const sent = useRef(empty);
  const gaps = missing(draft);
  const set = (changes: Partial<T>) => setDraft((old) => ({ ...old, ...changes }));
  return {
    draft,
    set,
    /** Of a field: what stands in it, and what is wrong with it. */
    of: <K extends keyof T>(name: K, wrong?: string) => ({
      value: draft[name],
      onChange: (value: T[K]) => set({ [name]: value } as unknown as Partial<T>),
      error: tried && gaps.includes(name) ? t('fillIn') : wrong,
    }),
    /** It was sent: the next one begins anew, unless somebody went on writing meanwhile. */
    clear: () => {
      setDraft((now) => (now === sent.current ? empty : now));
      setTried(false);
    },
    /** Does it, where nothing is missing. */
    whenComplete: (act: () => void) => {
      setTried(true);
      sent.current = draft;
      if (gaps.length === 0) act();
    },
  };
}
