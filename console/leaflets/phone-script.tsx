import { useTranslation } from 'react-i18next';
import type { Spoken } from './leaflet.ts';
import { LeafletLanguage } from './leaflet-language.tsx';
import { useLeaflet } from './use-leaflet.ts';

const SPOKEN: readonly Spoken[] = ['who', 'where', 'danger', 'worry', 'back'];

/** To be read out on the telephone: what whoever answers needs first. */
export function PhoneScript({ where }: { readonly where: string }) {
  const { t } = useTranslation();
  const shown = useLeaflet();
  const { script } = shown.leaflet ?? {};
  const place = where || (script?.unknown ?? t('script.unknown'));
  return (
    <div className="stack">
      <strong lang={shown.lang}>{script?.title ?? t('script.title')}</strong>
      <LeafletLanguage of={shown} />
      <ol lang={shown.lang}>
        {SPOKEN.map((line) => (
          <li key={line}>
            {script?.[line].replace('{{where}}', place) ?? t(`script.${line}`, { where: place })}
          </li>
        ))}
      </ol>
    </div>
  );
}
