import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Parts } from '../design/components/parts.tsx';

/** What an officer of data protection does, each a page. */
export function DataParts() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const part = (name: string, label: string) => {
    const to = `/app/oversight/${name}`;
    return { to, label, current: pathname.startsWith(to) };
  };
  return (
    <Parts
      label={t('oversight.data')}
      parts={[
        part('incidents', t('oversight.incidents.title')),
        part('requests', t('oversight.requests.title')),
        part('who-looked', t('oversight.looked.title')),
        part('explain', t('oversight.explain.title')),
        part('retention', t('oversight.retention.title')),
      ]}
    />
  );
}
