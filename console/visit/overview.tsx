import { useTranslation } from 'react-i18next';
import { LinkButton } from '../design/components/button.tsx';
import { ChildCard } from './child-card.tsx';
import { ChildsTimes } from './childs-times.tsx';
import { DeadlineCard } from './deadline-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { GroundCard } from './ground-card.tsx';
import { LegalForm } from './legal-form.tsx';
import { PlaceCard } from './place-card.tsx';
import { RolesCard } from './roles-card.tsx';
import { TimeCard } from './time-card.tsx';
import { useVisit } from './use-visit.ts';

/** The plan of a visit: what stands, by when and why, for whom, where and with whom. */
export function Overview() {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  return (
    <>
      <TimeCard />
      <div className="halves">
        <DeadlineCard />
        <ChildCard />
        <PlaceCard />
        <LegalForm />
      </div>
      <RolesCard />
      <div className="halves">
        <GroundCard />
        {visit.facts && <FactsCard />}
        <ChildsTimes />
      </div>
      {may('case.read') && (
        <div>
          <LinkButton to={`/app/cases/${visit.case}`}>{t('visit.case')}</LinkButton>
        </div>
      )}
    </>
  );
}
