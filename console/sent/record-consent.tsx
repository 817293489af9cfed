import { useTranslation } from 'react-i18next';
import { overrideConsent, recordConsent } from '../../shared/contract/sharing.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import {
  consentBody,
  EMPTY_CONSENT,
  EMPTY_OVERRIDE,
  missingInConsent,
  missingInOverride,
  overrideBody,
  type Scope,
} from './consent-draft.ts';
import { aboutReferral } from './frame.tsx';

interface RecordProps {
  readonly referralId: ReferralId;
  readonly onBack: () => void;
}

/** Who consented, to what, with whom, and by what that can be shown. */
export function RecordConsent({ referralId, onBack }: RecordProps) {
  const { t } = useTranslation();
  const [givers, evidence] = [useCodes('consentGivers'), useCodes('consentEvidence')];
  const languages = useCodes('languages');
  const doing = useAct(recordConsent, aboutReferral(referralId), onBack);
  const form = useDraft(EMPTY_CONSENT, missingInConsent);
  const { draft, of } = form;
  const record = () => doing.act({ path: { referralId }, body: consentBody(draft) });
  return (
    <ActForm
      doing={doing}
      title={t('sent.recordConsent')}
      does={t('sent.recordConsent')}
      onDo={() => form.whenComplete(record)}
      onBack={onBack}
    >
      <Pick
        label={t('sent.consentFrom')}
        none={t('steps.choose')}
        options={givers}
        {...of('from', doing.wrong('/from'))}
      />
      <Field
        label={t('sent.consentPerson')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...of('person', doing.wrong('/person'))}
      />
      <ScopeFields
        purposes={of('purposes', doing.wrong('/purposes'))}
        recipients={of('recipients', doing.wrong('/recipients'))}
      />
      <Field
        short
        type="date"
        label={t('sent.givenOn')}
        {...of('givenOn', doing.wrong('/givenOn'))}
      />
      <Pick
        label={t('sent.consentLanguage')}
        none={t('steps.choose')}
        options={languages}
        {...of('language', doing.wrong('/language'))}
      />
      <Pick
        label={t('sent.evidence')}
        none={t('steps.choose')}
        options={evidence}
        {...of('evidence', doing.wrong('/evidence'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...of('note')} />
    </ActForm>
  );
}

/** A supervisor of the lead answers for it, in words and for a time; oversight looks at it. */
export function DecideOverride({ referralId, onBack }: RecordProps) {
  const { t } = useTranslation();
  const reasons = useCodes('sharingOverrideReasons');
  const doing = useAct(overrideConsent, aboutReferral(referralId), onBack);
  const form = useDraft(EMPTY_OVERRIDE, missingInOverride);
  const { draft, of } = form;
  const decide = () => doing.act({ path: { referralId }, body: overrideBody(draft) });
  return (
    <ActForm
      doing={doing}
      title={t('sent.override')}
      does={t('sent.override')}
      look="danger"
      onDo={() => form.whenComplete(decide)}
      onBack={onBack}
    >
      <Notice tone="warn">{t('sent.overrideHint')}</Notice>
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...of('reason', doing.wrong('/reason'))}
      />
      <Field
        long
        label={t('sent.inWords')}
        hint={t('sent.inWordsHint')}
        maxLength={2000}
        {...of('words', doing.wrong('/words'))}
      />
      <ScopeFields
        purposes={of('purposes', doing.wrong('/purposes'))}
        recipients={of('recipients', doing.wrong('/recipients'))}
      />
      <Field short type="number" label={t('sent.days')} {...of('days', doing.wrong('/days'))} />
    </ActForm>
  );
}

interface ScopeField {
  readonly value: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly error: string | undefined;
}

function ScopeFields({ purposes, recipients }: Record<keyof Scope, ScopeField>) {
  const { t } = useTranslation();
  const [all, kinds] = [useCodes('sharingPurposes'), useCodes('agencyKinds')];
  return (
    <>
      <ManyOf label={t('sent.purposes')} options={all} {...purposes} />
      <ManyOf label={t('sent.recipients')} options={kinds} {...recipients} />
    </>
  );
}
