import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { useVisit } from './use-visit.ts';

/** What is to be arranged for the child; of what happened to it nothing stands here. */
export function ChildCard() {
  const { t } = useTranslation();
  const languages = useCodes('languages');
  const { needs, language, timesToldCount, siblings, explained } = useVisit().visit;
  const notes = explained.filter(({ about }) => about === 'language');
  return (
    <Card title={t('visit.child.title')}>
      {needs.length > 0 ? (
        <ul>
          {needs.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      ) : (
        <p>{t('visit.child.noNeeds')}</p>
      )}
      <Facts
        facts={[
          {
            name: t('visit.child.language'),
            value: languages.find(({ value }) => value === language)?.label,
          },
          { name: t('visit.child.told'), value: timesToldCount },
          {
            name: t('visit.child.siblings'),
            value: siblings && t('visit.child.order', { number: siblings.order }),
          },
        ]}
      />
      {notes.map(({ code, label }) => (
        <p key={code} className="soft small">
          {label}
        </p>
      ))}
    </Card>
  );
}
