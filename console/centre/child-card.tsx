import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { childOfVisit } from '../../shared/contract/preparation.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Details as Groups } from '../../shared/domain/referral/groups.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Details } from '../details/details.tsx';

/** The child, shown when somebody asks for it: a screen in a house with visitors may be seen. */
export function ChildCard({ id }: { readonly id: InterviewId }) {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  return (
    <Card
      title={t('centre.child.title')}
      aside={
        <Button onPress={() => show(!shown)}>
          {t(shown ? 'centre.child.hide' : 'centre.child.show')}
        </Button>
      }
    >
      {shown ? <Child id={id} /> : <p className="soft">{t('centre.child.lead')}</p>}
    </Card>
  );
}

function Child({ id }: { readonly id: InterviewId }) {
  const { t } = useTranslation();
  const languages = useCodes('languages');
  const it = useRead(['interview', id, 'child'], childOfVisit, { path: { interviewId: id } });
  return (
    <Read of={it}>
      {({ details, needs, language, conflictNames }) => (
        <div className="stack">
          {conflictNames.length > 0 && (
            <Notice tone="danger" title={t('centre.child.conflict')}>
              <p>{conflictNames.join(', ')}</p>
              <p>{t('centre.child.conflictLead')}</p>
            </Notice>
          )}
          <Facts
            facts={[
              { name: t('centre.language'), value: word(languages, language) },
              { name: t('centre.child.needs'), value: needs.map(({ label }) => label).join('\n') },
            ]}
          />
          <Health medical={(details as Opened).medical} />
          <Details details={details as Opened} />
        </div>
      )}
    </Read>
  );
}

type Opened = Partial<Groups>;

/** What a carer has to know before the child is there. */
function Health({ medical }: { readonly medical: Groups['medical'] | undefined }) {
  const { t } = useTranslation();
  const [conditions, answers] = [useCodes('needs'), useCodes('yesNo')];
  if (!medical) return null;
  const { needs = [], selfHarmRisk, injuryVisible } = medical;
  return (
    <Facts
      facts={[
        {
          name: t('centre.child.health'),
          value: needs.map((code) => word(conditions, code)).join('\n'),
        },
        { name: t('happened.selfHarm'), value: selfHarmRisk && word(answers, selfHarmRisk) },
        { name: t('happened.injury'), value: injuryVisible && word(answers, injuryVisible) },
      ]}
    />
  );
}
