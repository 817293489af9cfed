import { useTranslation } from 'react-i18next';
import { planInterview } from '../../shared/contract/interviews.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { isOpen, useVisit } from './use-visit.ts';

type Form = 'interview' | 'examination';

/** An interview, or an examination before a judge: the prosecutor chooses, knowing what follows. */
export function LegalForm() {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  const { data: me } = useMembership();
  const chooses = me?.kind === 'prosecutor' && may('interview.plan') && isOpen(visit);
  const { legalForm, legalForms = [] } = visit;
  return (
    <Card title={t('visit.form.title')}>
      {legalForm && (
        <>
          <strong>{legalForm.label}</strong>
          <p>{legalForm.consequence}</p>
        </>
      )}
      {legalForms.map(({ code, label, consequence }) => (
        <div key={code}>
          <strong>{label}</strong>
          <p className="soft">{consequence}</p>
        </div>
      ))}
      {!legalForm && chooses && <Choose />}
      {!legalForm && !chooses && <p>{t('visit.form.waits')}</p>}
    </Card>
  );
}

function Choose() {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const doing = useAct(planInterview, about);
  const { draft, of, whenComplete } = useDraft<{ form: Form | undefined }>(
    { form: undefined },
    (written) => emptyOf(written, 'form'),
  );
  const options = (visit.legalForms ?? []).map(({ code, label }) => ({
    value: code as Form,
    label,
  }));
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('visit.form.choose')}
      onDo={() =>
        whenComplete(() =>
          doing.act({ path, body: { legalForm: draft.form }, ifMatch: visit.version }),
        )
      }
    >
      <OneOf label={t('visit.form.which')} options={options} {...of('form')} />
    </ActForm>
  );
}
