import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import type { useLeaflet } from './use-leaflet.ts';

/** In which language it is shown to whoever stands beside one. */
export function LeafletLanguage({ of }: { readonly of: ReturnType<typeof useLeaflet> }) {
  const { t } = useTranslation();
  if (of.options.length === 0) return null;
  return (
    <div className="no-print">
      <OneOf
        row
        label={t('leaflet.language')}
        options={of.options}
        value={of.lang}
        onChange={of.choose}
      />
    </div>
  );
}
