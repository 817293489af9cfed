import './centre.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Card } from '../design/components/card.tsx';
import { Page } from '../design/components/page.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Waiting } from '../design/components/states.tsx';
import { emptyOf, type Kind } from './resource-draft.ts';
import { ResourceForm } from './resource-form.tsx';
import { newResourceId } from './resource-id.ts';

/** Somebody or something new that a visit can take. */
export function NewResource() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { data } = useMembership();
  const kinds = useCodes('resourceKinds');
  const [id] = useState(newResourceId);
  const [kind, choose] = useState<Kind | ''>('');
  if (!data) return <Waiting />;
  return (
    <Page title={t('centre.people.new')} lead={t('centre.people.newLead')}>
      <Card title={t('centre.people.what')}>
        <Pick
          label={t('centre.people.kind')}
          none={t('steps.choose')}
          options={kinds}
          value={kind}
          onChange={(chosen) => choose(chosen as Kind | '')}
        />
        {kind && (
          <ResourceForm
            key={kind}
            id={id}
            site={data.agency}
            version={undefined}
            start={emptyOf(kind)}
            onDone={() => void go(`/app/centre/people/${id}`)}
            onBack={() => void go('/app/centre/people')}
          />
        )}
      </Card>
    </Page>
  );
}
