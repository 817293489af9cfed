import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../design/components/notice.tsx';

const useOnline = () =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );

/** The line is gone: what is shown may be old, and nothing that is sent arrives. */
export function LineBar() {
  const { t } = useTranslation();
  if (useOnline()) return null;
  return (
    <Notice tone="warn" title={t('line.gone')} live>
      <p>{t('line.old')}</p>
    </Notice>
  );
}
