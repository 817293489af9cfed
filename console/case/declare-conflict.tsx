import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { declareConflict } from '../../shared/contract/inside.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { PickAgency } from './pick-agency.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase } from './use-case.ts';

interface FormProps {
  readonly onBack: () => void;
}

/** One’s own: from then on the case is not open to whoever says so, and its work goes over. */
export function DeclareOwn({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, caseId } = useCase();
  const queries = useQueryClient();
  const { data: me } = useMembership();
  const doing = useAct(declareConflict, [], async () => {
    // Nothing of the case stays on the screen or in memory.
    await queries.resetQueries({ queryKey: ['open', caseId] });
    queries.removeQueries({ queryKey: ['case', caseId] });
  });
  return (
    <ReasonForm
      doing={doing}
      title={t('case.conflict.own')}
      list="conflictReasons"
      does={t('case.conflict.ownDo')}
      look="danger"
      onDo={({ reason }) => me && doing.act({ path, body: { account: me.account, reason } })}
      onBack={onBack}
    >
      <Notice tone="warn" title={t('case.conflict.ownLead')} />
    </ReasonForm>
  );
}

const EMPTY = {
  ...{ account: '', kind: '', agency: '', reason: '' },
  who: undefined as 'account' | 'agency' | undefined,
};

/** Somebody else’s, or a whole agency’s. */
export function DeclareConflict({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const reasons = useCodes('conflictReasons');
  const doing = useAct(declareConflict, about, onBack);
  const form = useDraft(EMPTY, (draft) =>
    draft.who === undefined ? ['who'] : emptyOf(draft, draft.who, 'reason'),
  );
  const { who, account, kind, agency, reason } = form.draft;
  const send = () =>
    doing.act({
      path,
      body:
        who === 'agency'
          ? { agency: agency as AgencyId, reason }
          : { account: account.trim(), reason },
    });
  return (
    <ActForm
      doing={doing}
      title={t('case.conflict.other')}
      does={t('case.conflict.otherDo')}
      look="danger"
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <OneOf
        row
        label={t('case.conflict.who')}
        options={[
          { value: 'account', label: t('case.conflict.person') },
          { value: 'agency', label: t('case.conflict.agency') },
        ]}
        {...form.of('who')}
      />
      {who === 'account' && (
        <Field
          label={t('case.account')}
          hint={t('case.conflict.accountHint')}
          maxLength={128}
          {...form.of('account', doing.wrong('/account'))}
        />
      )}
      {who === 'agency' && (
        <PickAgency
          kind={kind}
          onKind={(chosen) => form.set({ kind: chosen, agency: '' })}
          {...form.of('agency', doing.wrong('/agency'))}
          value={agency}
        />
      )}
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}
