import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useVisit } from './use-visit.ts';

/** Where and why there, and the parts of the day with how long each lasts. */
export function PlaceCard() {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { site, parts, explained } = useVisit().visit;
  // What stands among the reasons of the place is said once.
  const said = site.because.map(({ label }) => label);
  const why = explained
    .filter(({ about }) => about === 'length' || about === 'site')
    .filter(({ label }) => !said.includes(label));
  return (
    <Card title={t('visit.place.title')}>
      <p>
        <strong>{nameOf(site.agency)}</strong>
      </p>
      <Facts
        facts={[
          { name: t('visit.place.insteadOf'), value: nameOf(site.insteadOf) },
          {
            name: t('visit.place.travel'),
            value: t('visit.minutes', { minutes: site.travelMinutes }),
          },
        ]}
      />
      <ul>
        {site.because.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
      <h3>{t('visit.place.parts')}</h3>
      <ol className="steps">
        {parts.map(({ part, minutes, breaks }) => (
          <li key={part.code}>
            {part.label}: {t('visit.minutes', { minutes })}
            {breaks > 0 && `; ${t('visit.place.breaks', { breaks })}`}
          </li>
        ))}
      </ol>
      {why.map(({ code, label }) => (
        <p key={code} className="soft small">
          {label}
        </p>
      ))}
      <Medical />
    </Card>
  );
}

function Medical() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { order, because, by, ordered, pulledForward } = useVisit().visit.medical;
  return (
    <>
      <h3>{t('visit.medical.title')}</h3>
      <Facts
        facts={[
          {
            name: t('visit.medical.ordered'),
            value: t(ordered ? 'visit.medical.yes' : 'visit.medical.no'),
          },
          { name: t('visit.medical.order'), value: order?.label },
          { name: t('visit.medical.by'), value: by && momentOf(by, lang) },
          { name: t('visit.why'), value: because.label },
        ]}
      />
      {pulledForward && <Notice tone="warn">{t('visit.medical.pulledForward')}</Notice>}
    </>
  );
}
