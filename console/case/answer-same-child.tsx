import { useTranslation } from 'react-i18next';
import { getReferral } from '../../shared/contract/referrals.ts';
import { joinCase } from '../../shared/contract/same-child.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { momentOf } from '../words/moments.ts';
import { referralIdOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import type { View } from './overview.tsx';
import { useCase } from './use-case.ts';

interface AnswerProps {
  readonly view: View;
  readonly onBack: () => void;
}
interface Draft {
  readonly found: string;
  readonly typed: string;
  readonly same: 'yes' | 'no' | undefined;
  readonly reason: string;
}
const EMPTY: Draft = { found: '', typed: '', same: undefined, reason: '' };

/** Which other report, whether it is the same child, and why: compared by what is written alone. */
export function AnswerSameChild({ view, onBack }: AnswerProps) {
  const { t } = useTranslation();
  const { path } = useCase();
  const found = useEarlier(view);
  const doing = useAct(joinCase, [['case'], ['referral']], onBack);
  const form = useDraft(EMPTY, (draft) => [
    ...emptyOf(draft, 'same', 'reason'),
    ...(draft.found || referralIdOf(draft.typed) ? [] : (['typed'] as const)),
  ]);
  const { draft, of } = form;
  const send = () => {
    const referral = (draft.found || referralIdOf(draft.typed)) as ReferralId;
    const body = { referral, same: draft.same ?? 'no', reason: draft.reason.trim() };
    doing.act({ path, body });
  };
  return (
    <ActForm
      doing={doing}
      title={t('case.same.answer')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      {found.length > 0 && (
        <Pick
          label={t('case.same.found')}
          none={t('case.same.other')}
          options={found}
          {...of('found', doing.wrong('/referral'))}
        />
      )}
      {draft.found === '' && (
        <Field
          short
          label={t('receipt.number')}
          hint={t('search.wrong')}
          maxLength={20}
          {...of('typed', doing.wrong('/referral'))}
        />
      )}
      <OneOf
        row
        label={t('case.same.isIt')}
        options={[
          { value: 'yes', label: t('case.same.is.yes') },
          { value: 'no', label: t('case.same.is.no') },
        ]}
        {...of('same')}
      />
      <Field
        long
        label={t('case.why')}
        hint={t('case.same.whyHint')}
        maxLength={2000}
        {...of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}

/** Earlier reports the hub found to be alike, as choices. */
function useEarlier({ referrals }: View) {
  const lang = useLanguage();
  const [referralId] = referrals;
  const { data } = useRead(
    ['referral', referralId],
    getReferral,
    { path: { referralId: referralId as ReferralId } },
    { when: referralId !== undefined },
  );
  return (data?.earlier ?? []).map(({ id, receiptNumber, status, submittedAt }) => ({
    value: id as string,
    label: [receiptNumber, status.label, momentOf(submittedAt, lang)].join(', '),
  }));
}
