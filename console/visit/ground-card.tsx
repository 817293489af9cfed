import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { ConsentForm } from './consent-form.tsx';
import { OrderForm } from './order-form.tsx';
import { isOpen, useVisit } from './use-visit.ts';

/** On what ground the child may be interviewed: consent, or a court's order. */
export function GroundCard() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { visit, may } = useVisit();
  const { ground, mayStart, order, consents = [], explained } = visit;
  const why = explained.filter(({ about, label }) => about === 'consent' && label !== ground.label);
  const mayRecord = may('interview.consent') && isOpen(visit);
  return (
    <Card
      title={t('visit.ground.title')}
      aside={
        <Tag tone={mayStart ? 'good' : 'warn'}>
          {t(mayStart ? 'visit.ground.mayStart' : 'visit.ground.mayNotStart')}
        </Tag>
      }
    >
      <p>{ground.label}</p>
      {why.map(({ code, label }) => (
        <p key={code} className="soft small">
          {label}
        </p>
      ))}
      {order && (
        <Notice tone="good" title={t('visit.ground.order', { number: order.document })}>
          {nameOf(order.court)}, {momentOf(order.at, lang)}
        </Notice>
      )}
      <ul className="entries">
        {consents.map(({ number, at, result, capacity, valid, because, by }) => (
          <li key={number} className="entry">
            <strong>{result.label}</strong>: {[by, capacity.label].filter(Boolean).join(', ')}{' '}
            <time className="soft small" dateTime={at}>
              {momentOf(at, lang)}
            </time>{' '}
            <Tag tone={valid ? 'good' : 'danger'}>
              {t(valid ? 'visit.ground.counts' : 'visit.ground.void')}
            </Tag>
            {because.map(({ code, label }) => (
              <div key={code} className="soft small">
                {label}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <Acts
          acts={[
            {
              code: 'consent',
              label: t('visit.consent.title'),
              form: (back) => <ConsentForm onBack={back} />,
            },
            ...(order
              ? []
              : [
                  {
                    code: 'order',
                    label: t('visit.order.title'),
                    form: (back: () => void) => <OrderForm onBack={back} />,
                  },
                ]),
          ]}
        />
      )}
    </Card>
  );
}
