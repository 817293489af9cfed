import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { BookingCard } from './booking-card.tsx';
import { isOpen, standing, useVisit } from './use-visit.ts';

/** The time that stands with everybody's answer; where there is none, the way to one. */
export function TimeCard() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { visit, may } = useVisit();
  const { status, deadline, unbookable } = visit;
  const [day, meeting] = [standing(visit, 'visit'), standing(visit, 'planning-meeting')];
  return (
    <>
      {!isOpen(visit) && <Notice title={status.label}>{t(`visit.over.${status.code}`)}</Notice>}
      {day && <BookingCard booking={day} />}
      {!day && status.code === 'planning' && unbookable && (
        <Notice tone="warn" title={t(`visit.further.awaits.${unbookable}`)}>
          <p>
            <Link to={`/app/visits/${visit.id}/further`}>{t('visit.further.title')}</Link>
          </p>
        </Notice>
      )}
      {!day && status.code === 'planning' && !unbookable && (
        <Card title={t('visit.time.none')}>
          <p>{t('visit.time.noneLead', { at: momentOf(deadline.dueAt, lang) })}</p>
          {may('interview.plan') && (
            <div>
              <LinkButton look="first" to={`/app/visits/${visit.id}/times`}>
                {t('visit.time.find')}
              </LinkButton>
            </div>
          )}
        </Card>
      )}
      {meeting && <BookingCard booking={meeting} />}
    </>
  );
}
