import { hotlines } from 'virtual:hotlines';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDutyDesks } from '../api/use-duty-desks.ts';
import { PhoneScript } from '../leaflets/phone-script.tsx';
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
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), since + PHONE_AFTER_MS - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <div className="unsent" role="alert">
      <strong>{t('unsent.title')}</strong>
      <p>{t('unsent.kept')}</p>
      <Numbers />
      {late && <PhoneScript where={where} />}
    </div>
  );
}

/** Written into the console when it is built, and the area’s own duty desk, read while there was a line. */
function Numbers() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const desks = useDutyDesks();
  return (
    <p className="row">
      {hotlines.map(({ number, name }) => (
        <a key={number} href={`tel:${number}`} aria-label={`${number}: ${name[lang]}`}>
          {number}
        </a>
      ))}
      {desks.map(({ agency, phone, name }) => (
        <a
          key={agency}
          href={`tel:${phone.replaceAll(' ', '')}`}
          aria-label={`${t('unsent.desk', { phone })}: ${name}`}
        >
          {t('unsent.desk', { phone })}
        </a>
      ))}
    </p>
  );
}
