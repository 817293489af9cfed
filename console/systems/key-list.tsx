import { useTranslation } from 'react-i18next';
import { Verbatim } from '../design/components/verbatim.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

interface KeyListProps {
  readonly keys: readonly {
    readonly number: number;
    readonly scheme: 'v1' | 'v1a';
    readonly publicKey?: string | undefined;
    readonly createdAt: string;
    readonly until?: string | undefined;
  }[];
}

/** The keys that are good at this moment: since when, until when, and never a secret. */
export function KeyList({ keys }: KeyListProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <ul className="entries">
      {keys.map(({ number, scheme, publicKey, createdAt, until }) => (
        <li key={number} className="entry">
          <strong>{t('systems.keys.one', { number })}</strong>
          <span>{t(`systems.scheme.${scheme}`)}</span>
          {publicKey && <Verbatim text={publicKey} />}
          <span className="soft small">
            {t('systems.keys.since', { at: momentOf(createdAt, lang) })}
            {until && ` · ${t('systems.keys.until', { at: momentOf(until, lang) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
