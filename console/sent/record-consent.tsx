import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overrideConsent, recordConsent } from '../../shared/contract/sharing.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import {
  type Consent,
  consentBody,
  EMPTY_CONSENT,
  EMPTY_OVERRIDE,
  isDecided,
  isWhole,
  type Override,
  overrideBody,
  type Scope,
} from './consent-draft.ts';

interface RecordProps {
  readonly referralId: ReferralId;
  readonly onBack: () => void;
}

/** Who consented, to what, with whom, and by what that can be shown. */
export function RecordConsent({ referralId, onBack }: RecordProps) {
  const { t } = useTranslation();
  const [givers, evidence] = [useCodes('consentGivers'), useCodes('consentEvidence')];
  const languages = useCodes('languages');
  const doing = useAct(recordConsent, [['referral', referralId]], onBack);
  const [draft, setDraft] = useState<Consent>(EMPTY_CONSENT);
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<Consent>) => setDraft((before) => ({ ...before, ...part }));
  const record = () => {
    setMissing(!isWhole(draft));
    if (isWhole(draft)) doing.act({ path: { referralId }, body: consentBody(draft) });
  };
  return (
    <ActForm
      doing={doing}
      title={t('sent.recordConsent')}
      does={t('sent.recordConsent')}
      onDo={record}
      onBack={onBack}
    >
      <Pick
        label={t('sent.consentFrom')}
        none={t('steps.choose')}
        options={givers}
        value={draft.from}
        onChange={(from) => change({ from })}
        error={doing.wrong('/from')}
      />
      <Field
        label={t('sent.consentPerson')}
        hint={t('steps.personHint')}
        value={draft.person}
        onChange={(person) => change({ person })}
        error={doing.wrong('/person')}
        maxLength={150}
      />
      <ScopeFields scope={draft} change={change} wrong={doing.wrong} />
      <Field
        short
        type="date"
        label={t('sent.givenOn')}
        value={draft.givenOn}
        onChange={(givenOn) => change({ givenOn })}
        error={doing.wrong('/givenOn')}
      />
      <Pick
        label={t('sent.consentLanguage')}
        none={t('steps.choose')}
        options={languages}
        value={draft.language}
        onChange={(language) => change({ language })}
        error={doing.wrong('/language')}
      />
      <Pick
        label={t('sent.evidence')}
        none={t('steps.choose')}
        options={evidence}
        value={draft.evidence}
        onChange={(chosen) => change({ evidence: chosen })}
        error={doing.wrong('/evidence')}
      />
      <Field
        long
        label={t('tasks.note')}
        value={draft.note}
        onChange={(note) => change({ note })}
        maxLength={2000}
      />
      {isMissing && <Notice tone="danger" title={t('sent.fillAll')} live />}
    </ActForm>
  );
}

/** A supervisor of the lead answers for it, in words and for a time; oversight looks at it. */
export function DecideOverride({ referralId, onBack }: RecordProps) {
  const { t } = useTranslation();
  const reasons = useCodes('sharingOverrideReasons');
  const doing = useAct(overrideConsent, [['referral', referralId]], onBack);
  const [draft, setDraft] = useState<Override>(EMPTY_OVERRIDE);
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<Override>) => setDraft((before) => ({ ...before, ...part }));
  const decide = () => {
    setMissing(!isDecided(draft));
    if (isDecided(draft)) doing.act({ path: { referralId }, body: overrideBody(draft) });
  };
  return (
    <ActForm
      doing={doing}
      title={t('sent.override')}
      does={t('sent.override')}
      look="danger"
      onDo={decide}
      onBack={onBack}
    >
      <Notice tone="warn">{t('sent.overrideHint')}</Notice>
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={doing.wrong('/reason')}
      />
      <Field
        long
        label={t('sent.inWords')}
        hint={t('sent.inWordsHint')}
        value={draft.words}
        onChange={(words) => change({ words })}
        error={doing.wrong('/words')}
        maxLength={2000}
      />
      <ScopeFields scope={draft} change={change} wrong={doing.wrong} />
      <Field
        short
        type="number"
        label={t('sent.days')}
        value={draft.days}
        onChange={(days) => change({ days })}
        error={doing.wrong('/days')}
      />
      {isMissing && <Notice tone="danger" title={t('sent.fillAll')} live />}
    </ActForm>
  );
}

interface ScopeProps {
  readonly scope: Scope;
  readonly change: (part: Partial<Scope>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

function ScopeFields({ scope, change, wrong }: ScopeProps) {
  const { t } = useTranslation();
  const [purposes, kinds] = [useCodes('sharingPurposes'), useCodes('agencyKinds')];
  return (
    <>
      <ManyOf
        label={t('sent.purposes')}
        options={purposes}
        value={scope.purposes}
        onChange={(chosen) => change({ purposes: chosen })}
        error={wrong('/purposes')}
      />
      <ManyOf
        label={t('sent.recipients')}
        options={kinds}
        value={scope.recipients}
        onChange={(recipients) => change({ recipients })}
        error={wrong('/recipients')}
      />
    </>
  );
}
