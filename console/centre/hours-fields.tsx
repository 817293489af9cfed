import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/use-lists.ts';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { WEEKDAYS } from './resource-draft.ts';
import type { FieldsProps } from './resource-form.tsx';
import { changed, Rows } from './rows.tsx';

const LEAVE = ['leave', 'sick', 'training', 'maintenance'];

interface HoursProps extends FieldsProps {
  /** Fields whose hours cannot be read. */
  readonly unread: readonly string[];
}

/** When it is there: the usual week, other days, leave, and times on call. */
export function HoursFields(props: HoursProps) {
  const { t } = useTranslation();
  const { draft, change, unread } = props;
  return (
    <>
      <fieldset className="party">
        <legend>{t('centre.people.hours')}</legend>
        <p className="soft small">{t('centre.people.hoursHint')}</p>
        {WEEKDAYS.map((day) => (
          <Field
            key={day}
            short
            label={t(`centre.weekdays.${day}`)}
            value={draft.hours[day]}
            onChange={(hours) => change({ hours: { ...draft.hours, [day]: hours } })}
            error={
              props.wrong(`/availability/pattern/${day}/0`) ??
              (unread.includes(`hours.${day}`) ? t('centre.people.hoursWrong') : undefined)
            }
          />
        ))}
      </fieldset>
      <ExceptionRows {...props} />
      <LeaveRows {...props} />
      <OnCallRows {...props} />
    </>
  );
}

function ExceptionRows({ draft: { exceptions: rows }, change, wrong, unread }: HoursProps) {
  const { t } = useTranslation();
  const set = (place: number, to: object) => change({ exceptions: changed(rows, place, to) });
  return (
    <Rows
      title={t('centre.people.exceptions')}
      add={t('centre.people.addException')}
      rows={rows}
      onAdd={() => change({ exceptions: [...rows, { date: '', hours: '' }] })}
      onRemove={(place) => change({ exceptions: rows.toSpliced(place, 1) })}
    >
      {({ date, hours }, place) => (
        <>
          <Field
            short
            type="date"
            label={t('centre.day')}
            value={date}
            onChange={(to) => set(place, { date: to })}
            error={wrong(`/availability/exceptions/${place}/date`)}
          />
          <Field
            short
            label={t('centre.people.exceptionHours')}
            value={hours}
            onChange={(to) => set(place, { hours: to })}
            error={
              unread.includes(`exceptions.${place}`) ? t('centre.people.hoursWrong') : undefined
            }
          />
        </>
      )}
    </Rows>
  );
}

function LeaveRows({ draft: { leave: rows }, change, wrong }: HoursProps) {
  const { t } = useTranslation();
  const kinds = useCodes('resourceLosses').filter(({ value }) => LEAVE.includes(value));
  const set = (place: number, to: object) => change({ leave: changed(rows, place, to) });
  return (
    <Rows
      title={t('centre.people.leave')}
      add={t('centre.people.addLeave')}
      rows={rows}
      onAdd={() => change({ leave: [...rows, { from: '', to: '', kind: 'leave' }] })}
      onRemove={(place) => change({ leave: rows.toSpliced(place, 1) })}
    >
      {({ from, to, kind }, place) => (
        <>
          <Pick
            label={t('centre.leave.kind')}
            none={t('steps.choose')}
            options={kinds}
            value={kind}
            onChange={(said) => set(place, { kind: said })}
            error={wrong(`/availability/leave/${place}`)}
          />
          <Field
            short
            type="date"
            label={t('centre.leave.from')}
            value={from}
            onChange={(said) => set(place, { from: said })}
          />
          <Field
            short
            type="date"
            label={t('centre.leave.to')}
            value={to}
            onChange={(said) => set(place, { to: said })}
            error={wrong(`/availability/leave/${place}/to`)}
          />
        </>
      )}
    </Rows>
  );
}

function OnCallRows({ draft: { onCall: rows }, change, wrong }: HoursProps) {
  const { t } = useTranslation();
  const set = (place: number, to: object) => change({ onCall: changed(rows, place, to) });
  return (
    <Rows
      title={t('centre.people.onCall')}
      add={t('centre.people.addOnCall')}
      rows={rows}
      onAdd={() => change({ onCall: [...rows, { from: '', to: '' }] })}
      onRemove={(place) => change({ onCall: rows.toSpliced(place, 1) })}
    >
      {({ from, to }, place) => (
        <>
          <MomentField
            label={t('centre.leave.from')}
            value={from}
            onChange={(said) => set(place, { from: said })}
          />
          <MomentField
            label={t('centre.leave.to')}
            value={to}
            onChange={(said) => set(place, { to: said })}
            error={wrong(`/availability/onCall/${place}/to`)}
          />
        </>
      )}
    </Rows>
  );
}
