import { useTranslation } from 'react-i18next';
import { decideSpeaker } from '../../shared/contract/family.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { instantOf } from '../words/moments.ts';
import { UNKNOWN_TIES } from './ties.ts';
import { TiesFields } from './ties-fields.tsx';
import { useCase } from './use-case.ts';

/** Of the list of capacities: the one decision that names nobody. */
const NONE_YET = 'none-yet';

const EMPTY = {
  ...{ capacity: '', name: '', phone: '', personalNumber: '', reason: '', from: '', to: '' },
  ...UNKNOWN_TIES,
};

export function DecideSpeaker({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const capacities = useCodes('capacities');
  const doing = useAct(decideSpeaker, about, onBack);
  const form = useDraft(EMPTY, (draft) =>
    draft.capacity === NONE_YET
      ? emptyOf(draft, 'capacity', 'reason')
      : emptyOf(draft, 'capacity', 'name', 'reason'),
  );
  const { draft, set, of, whenComplete } = form;
  const names = draft.capacity !== '' && draft.capacity !== NONE_YET;
  const send = () => doing.act({ path, body: toBody(draft, names) });
  return (
    <ActForm
      doing={doing}
      title={t('case.speaker.decide')}
      does={t('case.save')}
      onDo={() => whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('case.speaker.capacity')}
        none={t('steps.choose')}
        options={capacities}
        {...of('capacity', doing.wrong('/capacity'))}
      />
      {names && (
        <>
          <Field
            label={t('case.speaker.name')}
            maxLength={150}
            {...of('name', doing.wrong('/person/name') ?? doing.wrong('/person'))}
          />
          <Field
            short
            type="tel"
            label={t('case.phone')}
            {...of('phone', doing.wrong('/person/phone'))}
          />
          <Field
            short
            label={t('child.personalNumber')}
            hint={t('child.personalNumberHint')}
            maxLength={11}
            {...of('personalNumber', doing.wrong('/person/personalNumber'))}
          />
          <TiesFields ties={draft} onChange={(name, value) => set({ [name]: value })} />
        </>
      )}
      <Field
        long
        label={t('case.why')}
        maxLength={2000}
        {...of('reason', doing.wrong('/reason'))}
      />
      <MomentField
        label={t('case.speaker.fromField')}
        hint={t('case.speaker.fromHint')}
        {...of('from', doing.wrong('/from'))}
      />
      <MomentField label={t('case.speaker.toField')} {...of('to', doing.wrong('/to'))} />
    </ActForm>
  );
}

function toBody(draft: typeof EMPTY, names: boolean) {
  const { capacity, reason, from, to, accused, sharesHousehold, dependsOnAccused } = draft;
  const [name, phone, personalNumber] = [draft.name, draft.phone, draft.personalNumber].map((one) =>
    one.trim(),
  );
  const person = {
    name: name ?? '',
    ...(phone && { phone }),
    ...(personalNumber && { personalNumber }),
  };
  return {
    capacity,
    reason: reason.trim(),
    ...{ accused, sharesHousehold, dependsOnAccused },
    ...(names && { person }),
    ...(from && { from: instantOf(from) }),
    ...(to && { to: instantOf(to) }),
  };
}
