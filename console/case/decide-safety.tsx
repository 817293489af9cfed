import { useTranslation } from 'react-i18next';
import { decideSafety } from '../../shared/contract/safety.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { MeasuresField } from './measures-field.tsx';
import { EMPTY_SAFETY, missingOf, type SafetyDraft, toBody } from './safety-draft.ts';
import { useCase } from './use-case.ts';

type Form = ReturnType<typeof useDraft<SafetyDraft>>;
type Doing = ReturnType<typeof useAct<typeof decideSafety>>;
interface PartProps {
  readonly form: Form;
  readonly wrong: Doing['wrong'];
}

/** A decision on the child's safety: first whether it was seen, then what that needs. */
export function DecideSafety({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(decideSafety, about, onBack);
  const form = useDraft(EMPTY_SAFETY, missingOf);
  const { seen } = form.draft;
  const { wrong } = doing;
  const send = () => doing.act({ path, body: toBody(form.draft) });
  return (
    <ActForm
      doing={doing}
      title={t('case.safety.decide')}
      does={t('case.safety.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <OneOf
        row
        label={t('case.safety.wasIt')}
        options={[
          { value: 'seen', label: t('case.safety.itWas') },
          { value: 'not-seen', label: t('case.safety.itWasNot') },
        ]}
        {...form.of('seen')}
      />
      {seen === 'seen' && <Seen form={form} wrong={wrong} />}
      {seen === 'not-seen' && <NotSeen form={form} wrong={wrong} />}
      {seen && (
        <>
          <MomentField
            label={t('case.safety.reviewBy')}
            hint={t('case.safety.reviewByHint')}
            {...form.of('reviewBy', wrong('/reviewBy'))}
          />
          <Field
            long
            label={t('case.safety.reason')}
            hint={t('case.safety.reasonHint')}
            maxLength={4000}
            {...form.of('reason', wrong('/reason'))}
          />
        </>
      )}
    </ActForm>
  );
}

function Seen({ form, wrong }: PartProps) {
  const { t } = useTranslation();
  const [places, nights] = [useCodes('childNowPlaces'), useCodes('sleepsTonight')];
  const none = t('steps.choose');
  return (
    <>
      <MomentField label={t('case.safety.seenAt')} {...form.of('at', wrong('/childSeenAt'))} />
      <Field
        label={t('case.safety.seenBy')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...form.of('seenBy', wrong('/seenBy'))}
      />
      <OneOf
        row
        label={t('case.safety.aloneAsk')}
        hint={t('case.safety.aloneHint')}
        options={[
          { value: 'yes', label: t('yesNo.yes') },
          { value: 'no', label: t('yesNo.no') },
        ]}
        {...form.of('alone')}
      />
      <Pick
        label={t('case.safety.where')}
        none={none}
        options={places}
        {...form.of('where', wrong('/where'))}
      />
      <Pick
        label={t('case.safety.sleeps')}
        none={none}
        options={nights}
        {...form.of('sleeps', wrong('/sleepsTonight'))}
      />
      <MeasuresField {...form.of('measures')} wrong={wrong} />
      <OneOf
        row
        label={t('case.safety.siblingsAsk')}
        options={[
          { value: 'yes', label: t('case.safety.sibling.yes') },
          { value: 'no', label: t('case.safety.sibling.no') },
          { value: 'none', label: t('case.safety.sibling.none') },
        ]}
        {...form.of('siblings')}
      />
    </>
  );
}

function NotSeen({ form, wrong }: PartProps) {
  const { t } = useTranslation();
  const [reasons, places] = [useCodes('notSeenReasons'), useCodes('childNowPlaces')];
  return (
    <>
      <Notice tone="danger" title={t('case.safety.opensAtOnce')}>
        <p>{t('case.safety.opensAtOnceLead')}</p>
      </Notice>
      <Pick
        label={t('case.safety.notSeenWhy')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('notSeen', wrong('/notSeen'))}
      />
      <MomentField label={t('case.safety.triedAt')} {...form.of('at', wrong('/triedAt'))} />
      <Pick
        label={t('case.safety.triedWhere')}
        none={t('steps.choose')}
        options={places}
        {...form.of('where', wrong('/where'))}
      />
    </>
  );
}
