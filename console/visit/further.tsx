import { useTranslation } from 'react-i18next';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { AskFurther } from './ask-further.tsx';
import { Awaits } from './awaits.tsx';
import { CloseVisit } from './close-visit.tsx';
import { Episodes } from './episodes.tsx';
import { isOpen, useVisit } from './use-visit.ts';

/** One child, one episode, one interview: what it takes for more than that, and ending it all. */
export function Further() {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  const isFurther = visit.place > 1 && visit.status.code === 'planning';
  const hasEnded = visit.status.code === 'ended';
  return (
    <>
      <Card title={t('visit.further.title')}>
        <p>{t('visit.further.rule')}</p>
        <p className="soft">
          {t('visit.further.place', { episode: visit.episode, place: visit.place })}
        </p>
        <Awaits />
        {hasEnded && may('interview.further') && (
          <Acts
            acts={[
              {
                code: 'further',
                label: t('visit.further.ask'),
                form: (back) => <AskFurther onBack={back} />,
              },
            ]}
          />
        )}
        {!hasEnded && !isFurther && <p>{t('visit.further.later')}</p>}
      </Card>
      {may('episode.open') && <Episodes />}
      {isOpen(visit) && may('interview.cancel') && (
        <Card title={t('visit.close.title')}>
          <p>{t('visit.close.lead')}</p>
          <Acts
            acts={[
              {
                code: 'close',
                label: t('visit.close.open'),
                form: (back) => <CloseVisit onBack={back} />,
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
