import { hotlines } from 'virtual:hotlines';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../words/use-language.ts';

/** After this long nobody should wait for a machine any more. */
const PHONE_AFTER_MS = 60_000;

interface UnsentProps {
  readonly since: number;
  /** Where the child is now, as it was written. */
  readonly where: string;
}

/** It is not sent, and who answers the telephone meanwhile; after a minute also what to say. */
export function UnsentBar({ since, where }: UnsentProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), since + PHONE_AFTER_MS - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <div className="unsent" role="alert">
      <strong>{t('unsent.title')}</strong>
      <p>{t('unsent.kept')}</p>
      <p className="row">
        {hotlines.map(({ number, name }) => (
          <a key={number} href={`tel:${number}`} aria-label={name[lang]}>
            {number}
          </a>
        ))}
      </p>
      {late && <PhoneScript where={where} />}
    </div>
  );
}

/** To be read out on the telephone: what whoever answers needs first. */
function PhoneScript({ where }: Pick<UnsentProps, 'where'>) {
  const { t } = useTranslation();
  return (
    <ol>
      <li>{t('script.who')}</li>
      <li>{t('script.where', { where: where || t('script.unknown') })}</li>
      <li>{t('script.danger')}</li>
      <li>{t('script.worry')}</li>
      <li>{t('script.back')}</li>
    </ol>
  );
}
