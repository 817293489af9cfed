import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { breakGlass } from '../../shared/contract/break-glass.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useMembership } from '../api/use-membership.ts';
import { NotThere } from '../app/not-there.tsx';
import { ActForm, Acts } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Waiting } from '../design/components/states.tsx';
import { mayBreakGlass } from './may-break-glass.ts';

interface EmergencyProps {
  readonly caseId: CaseId;
}

/** The case is not open to whoever came here: what that means, and the way in for an emergency. */
export function Emergency({ caseId }: EmergencyProps) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  if (!me) return <Waiting />;
  if (!mayBreakGlass(me)) return <NotThere />;
  return (
    <Page title={t('case.emergency.closed')} lead={t('case.emergency.closedLead')}>
      <div>
        <LinkButton look="first" to="/">
          {t('notThere.home')}
        </LinkButton>
      </div>
      <Card title={t('case.emergency.title')}>
        <p>{t('case.emergency.lead')}</p>
        <ul>
          <li>{t('case.emergency.reading')}</li>
          <li>{t('case.emergency.told')}</li>
          <li>{t('case.emergency.reviewed')}</li>
        </ul>
        <Acts
          acts={[
            {
              code: 'ask',
              label: t('case.emergency.ask'),
              form: (back) => <Ask caseId={caseId} onBack={back} />,
            },
          ]}
        />
      </Card>
    </Page>
  );
}

function Ask({ caseId, onBack }: EmergencyProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const doing = useAct(breakGlass, [], async ({ number }) => {
    await go(`/app/cases/${caseId}?ticket=${number}`, { replace: true });
    await queries.resetQueries({ queryKey: ['open', caseId] });
  });
  const form = useDraft({ reason: '' }, (draft) => emptyOf(draft, 'reason'));
  const ask = () => doing.act({ body: { record: caseId, reason: form.draft.reason } });
  return (
    <ActForm
      doing={doing}
      does={t('case.emergency.open')}
      look="danger"
      onDo={() => form.whenComplete(ask)}
      onBack={onBack}
    >
      <Notice tone="warn" title={t('case.emergency.before')} />
      <Field
        long
        label={t('case.emergency.why')}
        hint={t('case.emergency.whyHint')}
        maxLength={1000}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}
