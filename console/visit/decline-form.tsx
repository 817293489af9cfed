import { useTranslation } from 'react-i18next';
import { declineBooking } from '../../shared/contract/bookings.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { BookingFormProps } from './booking-forms.tsx';
import { declineBody, emptyDecline, missingInDecline } from './draft.ts';
import { useVisit } from './use-visit.ts';

/** The agency cannot come: a stand-in is asked where there is one, else the time is free again. */
export function DeclineForm({ booking, onBack }: BookingFormProps) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const { data: me } = useMembership();
  const reasons = useCodes('declineReasons');
  const doing = useAct(declineBooking, about, onBack);
  const form = useDraft(emptyDecline, missingInDecline);
  const own = booking.agencies.find(({ agency }) => agency === me?.agency)?.roles ?? [];
  const options = (['time', 'nobody'] as const).map((value) => ({
    value,
    label: t(`visit.decline.other.${value}`),
  }));
  const call = { path: { ...path, bookingId: booking.id }, body: declineBody(form.draft) };
  return (
    <ActForm
      doing={doing}
      title={t('visit.decline.title')}
      look="danger"
      does={t('visit.decline.do')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <p>{t('visit.decline.lead')}</p>
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      {own.length > 1 && (
        <ManyOf
          label={t('visit.decline.roles')}
          hint={t('visit.decline.rolesHint')}
          options={own.map(({ code, label }) => ({ value: code, label }))}
          {...form.of('roles')}
        />
      )}
      <OneOf label={t('visit.decline.alternative')} options={options} {...form.of('other')} />
      {form.draft.other === 'time' && (
        <>
          <MomentField label={t('visit.from')} {...form.of('from')} />
          <MomentField label={t('visit.to')} {...form.of('to', doing.wrong('/alternative'))} />
        </>
      )}
    </ActForm>
  );
}
