import { useTranslation } from 'react-i18next';
import { safetyDecisions } from '../../shared/contract/safety.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries } from '../design/components/entry.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { AddressMarks } from './address-marks.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { DecideSafety } from './decide-safety.tsx';
import { SafetyEntry } from './safety-entry.tsx';
import { useCase, useCaseView } from './use-case.ts';

/** What is due for the child’s safety: to see it, to decide, to look again, the end of each measure. */
const OF_SAFETY = ['child-seen', 'safety-decision', 'safety-review', 'measure-ends'];

/** Whether the child was seen, where it sleeps and what keeps it safe: decision by decision. */
export function CaseSafety() {
  const { may } = useCase();
  return (
    <>
      <Decisions />
      {may('case.read') && <CaseClocks only={OF_SAFETY} />}
      {may('address.read') && <AddressMarks />}
    </>
  );
}

function Decisions() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const { data: view } = useCaseView();
  const reads = may('safety.read');
  const all = useRead(['case', caseId, 'safety'], safetyDecisions, { path }, { when: reads });
  if (!reads && !may('case.decide-safety')) return null;
  return (
    <Card title={t('case.safety.title')}>
      {may('case.decide-safety') && view?.status !== 'closed' && (
        <Acts
          acts={[
            {
              code: 'decide',
              label: t('case.safety.decide'),
              look: 'first',
              form: (back) => <DecideSafety onBack={back} />,
            },
          ]}
        />
      )}
      {reads && (
        <Read of={all}>
          {({ items, protectedAddress }) => (
            <>
              {protectedAddress && <Notice tone="warn" title={protectedAddress.says} />}
              {!items.some(({ current }) => current) && (
                <Notice tone="danger" title={t('case.safety.none')}>
                  <p>{t('case.safety.noneLead')}</p>
                </Notice>
              )}
              <Entries
                of={items.toReversed()}
                none={t('case.safety.empty')}
                line={(one) => <SafetyEntry key={one.number} decision={one} />}
              />
            </>
          )}
        </Read>
      )}
    </Card>
  );
}
