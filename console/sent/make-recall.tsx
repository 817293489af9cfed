import { useTranslation } from 'react-i18next';
import { makeRecall } from '../../shared/contract/recalls.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { aboutReferral, type Sent, useReferral } from './frame.tsx';
import {
  EMPTY_RECALL,
  missingInRecall,
  RECALL_GROUPS,
  RECALL_REASONS,
  type Recall,
  type RecallKind,
  recallBody,
} from './recall-draft.ts';

/** Takes back what was shared: every agency that was told deletes it, or says why it keeps it. */
export function MakeRecall({ onBack, ...sent }: Sent & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { referralId } = sent;
  const [kinds, reasons] = [useCodes('recallKinds'), useCodes('recallReasons')];
  const doing = useAct(makeRecall, [...aboutReferral(referralId), ['recalls']], onBack);
  const form = useDraft(EMPTY_RECALL, missingInRecall);
  const { draft, of } = form;
  const make = () => {
    const body = recallBody(draft);
    if (body) doing.act({ path: { referralId }, body });
  };
  const fitting = draft.kind ? RECALL_REASONS[draft.kind] : [];
  return (
    <ActForm
      doing={doing}
      title={t('sent.makeRecall')}
      does={t('sent.makeRecall')}
      look="danger"
      onDo={() => form.whenComplete(make)}
      onBack={onBack}
    >
      <OneOf
        label={t('sent.whyRecall')}
        options={kinds}
        {...of('kind')}
        onChange={(kind) => form.set({ kind: kind as RecallKind, reason: '' })}
      />
      {draft.kind && (
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons.filter(({ value }) => fitting.includes(value))}
          {...of('reason', doing.wrong('/reason'))}
        />
      )}
      {draft.kind === 'correction' && (
        <Field
          long
          label={t('sent.isRight')}
          maxLength={2000}
          {...of('correction', doing.wrong('/correction'))}
        />
      )}
      {draft.kind && <ToWhom draft={draft} of={of} sent={sent} />}
    </ActForm>
  );
}

interface ToWhomProps {
  readonly draft: Recall;
  readonly of: ReturnType<typeof useDraft<Recall>>['of'];
  readonly sent: Sent;
}

function ToWhom({ draft, of, sent }: ToWhomProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { data: me } = useMembership();
  const { data: view } = useReferral(sent);
  const told = new Set(view?.work.flatMap(({ agency }) => agency ?? []) ?? []);
  const agencies = [...told]
    .filter((agency) => agency !== me?.agency)
    .map((agency) => ({ value: agency as string, label: nameOf(agency) ?? agency }));
  return (
    <>
      {agencies.length > 0 && (
        <ManyOf
          label={t('sent.toWhom')}
          hint={draft.kind === 'wrong-agency' ? undefined : t('sent.toWhomHint')}
          options={agencies}
          {...of('to')}
        />
      )}
      <ManyOf
        label={t('sent.whatIsRecalled')}
        hint={t('sent.whatIsRecalledHint')}
        options={RECALL_GROUPS.map((group) => ({ value: group, label: t(`groups.${group}`) }))}
        {...of('groups')}
      />
    </>
  );
}
