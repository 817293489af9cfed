import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { Roster, Written } from './roster-draft.ts';

/** More than these at once nobody looks through. */
const SHOWN_FIRST = 10;

interface ShiftsProps {
  readonly roster: Roster;
  readonly change: (part: Partial<Roster>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

/** Who is on duty from when until when, the nearest first. */
export function ShiftList({ roster, change, wrong }: ShiftsProps) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  const { shifts } = roster;
  const set = (place: number, part: Partial<Written>) =>
    change({ shifts: shifts.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const remove = (place: number) => change({ shifts: shifts.filter((_, at) => at !== place) });
  // Their places are what the hub's pointers name, so the order is not touched.
  const places = shifts.map((shift, place) => ({ shift, place, key: `shift ${place}` }));
  const isNear = ({ place }: { readonly place: number }) =>
    all || place < SHOWN_FIRST || shifts.length - place <= 1;
  return (
    <>
      {places.filter(isNear).map(({ shift, place, key }) => (
        <ShiftFields
          key={key}
          shift={shift}
          place={place}
          roster={roster}
          change={(part) => set(place, part)}
          onRemove={() => remove(place)}
          wrong={wrong}
        />
      ))}
      {!all && shifts.length > SHOWN_FIRST + 1 && (
        <div>
          <Button look="plain" onPress={() => showAll(true)}>
            {t('duty.showAll', { number: shifts.length })}
          </Button>
        </div>
      )}
    </>
  );
}

interface ShiftProps {
  readonly shift: Written;
  readonly place: number;
  readonly roster: Roster;
  readonly change: (part: Partial<Written>) => void;
  readonly onRemove: () => void;
  readonly wrong: (pointer: string) => string | undefined;
}

function ShiftFields({ shift, place, roster, change, onRemove, wrong }: ShiftProps) {
  const { t } = useTranslation();
  const at = `/shifts/${place}`;
  const number = place + 1;
  return (
    <fieldset className="duty-fields" aria-label={t('duty.shift', { number })}>
      <MomentField
        label={t('duty.from')}
        value={shift.from}
        onChange={(from) => change({ from })}
        error={wrong(`${at}/from`)}
      />
      <MomentField
        label={t('duty.to')}
        value={shift.to}
        onChange={(to) => change({ to })}
        error={wrong(`${at}/to`)}
      />
      <Pick
        label={t('duty.who')}
        none={t('steps.choose')}
        options={roster.people.map(({ name }, one) => ({
          value: String(one),
          label: name || t('duty.person', { number: one + 1 }),
        }))}
        value={shift.person}
        onChange={(person) => change({ person })}
        error={wrong(`${at}/person`)}
      />
      <Field
        short
        label={t('duty.car')}
        value={shift.car}
        onChange={(car) => change({ car })}
        error={wrong(`${at}/car`)}
        maxLength={60}
      />
      <Button look="plain" onPress={onRemove}>
        {t('duty.removeShift', { number })}
      </Button>
    </fieldset>
  );
}
