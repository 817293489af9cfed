import { hotlines } from 'virtual:hotlines';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../words/use-language.ts';

/** A child is in danger, or the hub cannot be reached: the numbers that answer now. */
export function Emergency() {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <section className="card" aria-labelledby="emergency">
      <h2 id="emergency">{t('emergency.title')}</h2>
      <ul className="numbers">
        {hotlines.map(({ number, name, use }) => (
          <li key={number}>
            <a className="number" href={`tel:${number}`} aria-label={`${number}: ${name[lang]}`}>
              {number}
            </a>
            <span>{use[lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
