import { useTranslation } from 'react-i18next';
import { cancelBooking, recordNoShow } from '../../shared/contract/bookings.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useVisit, type VisitBooking } from './use-visit.ts';

export interface BookingFormProps {
  readonly booking: VisitBooking;
  readonly onBack: () => void;
}

/** This time is given up; the visit is planned again. */
export function CancelForm({ booking, onBack }: BookingFormProps) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const reasons = useCodes('cancelReasons').filter(({ value }) => value !== 'frozen');
  const doing = useAct(cancelBooking, about, onBack);
  const form = useDraft({ reason: '' }, ({ reason }) => (reason ? [] : ['reason']));
  const call = { path: { ...path, bookingId: booking.id }, body: form.draft };
  return (
    <ActForm
      doing={doing}
      title={t('visit.cancel.title')}
      look="danger"
      does={t('visit.cancel.do')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <p>{t('visit.cancel.lead')}</p>
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}

/** Somebody did not come at the booked time. */
export function NoShowForm({ booking, onBack }: BookingFormProps) {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const doing = useAct(recordNoShow, about, onBack);
  const form = useDraft({ who: '', note: '' }, ({ who }) => (who ? [] : ['who']));
  const { who, note } = form.draft;
  const body = { who, ...(filled(note) && { note: note.trim() }) };
  const options = [
    { value: 'child', label: t('visit.noShow.child') },
    ...visit.roles.map(({ role }) => ({ value: role.code, label: role.label })),
  ];
  return (
    <ActForm
      doing={doing}
      title={t('visit.noShow.title')}
      look="danger"
      does={t('visit.noShow.do')}
      onDo={() =>
        form.whenComplete(() => doing.act({ path: { ...path, bookingId: booking.id }, body }))
      }
      onBack={onBack}
    >
      <Pick
        label={t('visit.noShow.who')}
        none={t('steps.choose')}
        options={options}
        {...form.of('who', doing.wrong('/who'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}
