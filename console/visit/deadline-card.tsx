import { useTranslation } from 'react-i18next';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { useVisit } from './use-visit.ts';

/** By when, and why then: the tier, the facts that made it, and the steps of the reckoning. */
export function DeadlineCard() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const { deadline, explained } = useVisit().visit;
  const { tier, why, dueAt, reasons, because, breach, unreachableSince } = deadline;
  const late = new Date(dueAt) < now;
  const more = explained.filter(({ about }) => about === 'deadline');
  return (
    <Card
      title={t('visit.deadline.title')}
      aside={<Tag tone={tier === 0 ? 'danger' : 'plain'}>{t('visit.deadline.tier', { tier })}</Tag>}
    >
      <p className="number" data-tone={late ? 'danger' : undefined}>
        <time dateTime={dueAt}>{momentOf(dueAt, lang, now)}</time>
      </p>
      <p className="soft">
        {t(late ? 'visit.deadline.late' : 'visit.deadline.left', {
          away: awayFrom(dueAt, lang, now),
        })}
      </p>
      <p>{why}</p>
      <ul>
        {[...reasons, ...more].map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
      {because && <p className="soft small">{because}</p>}
      {breach && (
        <Notice tone="warn" title={t('visit.deadline.breach')}>
          {breach.reason.label}
        </Notice>
      )}
      {unreachableSince && (
        <Notice tone="danger" title={t('visit.deadline.unreachable')}>
          {t('visit.deadline.unreachableSince', { at: momentOf(unreachableSince, lang, now) })}
        </Notice>
      )}
    </Card>
  );
}
