import { useTranslation } from 'react-i18next';
import { decideSubjectAccess } from '../../shared/contract/subject-access.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { Request } from './request.tsx';

const EMPTY = { verdict: undefined as 'release' | 'refuse' | undefined, reason: '' };

/** One of the two who decide, with the reason. */
export function VoteOnRequest({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'verdict', 'reason'));
  const doing = useAct(decideSubjectAccess, [['oversight']]);
  const { record, number, version } = request;
  const send = () => {
    const { verdict, reason } = form.draft;
    if (!verdict) return;
    const body = { verdict, reason: reason.trim() };
    doing.act({ path: { record, number }, body, ifMatch: version });
  };
  return (
    <Card title={t('oversight.requests.decide')}>
      <ActForm
        doing={doing}
        does={t('oversight.requests.keepVote')}
        onDo={() => form.whenComplete(send)}
      >
        <OneOf
          label={t('oversight.requests.verdict')}
          options={[
            { value: 'release', label: t('oversight.requests.release') },
            { value: 'refuse', label: t('oversight.requests.refuse') },
          ]}
          {...form.of('verdict', doing.wrong('/verdict'))}
        />
        <Field
          long
          label={t('oversight.requests.why')}
          maxLength={1000}
          {...form.of('reason', doing.wrong('/reason'))}
        />
      </ActForm>
    </Card>
  );
}
