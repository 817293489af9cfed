import { useTranslation } from 'react-i18next';
import type { Blocker } from 'react-router';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';

/** What was written is in this page only: going away loses it. */
export function LeavingDraft({ blocker }: { readonly blocker: Blocker }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={t('leaving.title')} live>
      <p>{t('leaving.lost')}</p>
      <div className="row">
        <Button look="first" onPress={() => blocker.reset?.()}>
          {t('leaving.stay')}
        </Button>
        <Button onPress={() => blocker.proceed?.()}>{t('leaving.go')}</Button>
      </div>
    </Notice>
  );
}
