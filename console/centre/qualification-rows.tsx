import { useTranslation } from 'react-i18next';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { FieldsProps } from './resource-form.tsx';
import { changed, Rows } from './rows.tsx';
import { useQualifications } from './use-qualifications.ts';

/** What somebody is qualified to be, or for what a room is accredited, with the days. */
export function QualificationRows({ draft, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  const names = useQualifications();
  const { qualifications: rows } = draft;
  const set = (place: number, to: object) => change({ qualifications: changed(rows, place, to) });
  return (
    <Rows
      title={t('centre.people.qualifications')}
      add={t('centre.people.addQualification')}
      rows={rows}
      onAdd={() => change({ qualifications: [...rows, { code: '', from: '', to: '' }] })}
      onRemove={(place) => change({ qualifications: rows.toSpliced(place, 1) })}
    >
      {(row, place) => (
        <>
          <Pick
            label={t('centre.people.qualification')}
            none={t('steps.choose')}
            options={names}
            value={row.code}
            onChange={(code) => set(place, { code })}
            error={wrong(`/qualifications/${place}/code`)}
          />
          <Field
            short
            type="date"
            label={t('centre.people.validFrom')}
            value={row.from}
            onChange={(from) => set(place, { from })}
            error={wrong(`/qualifications/${place}/from`)}
          />
          <Field
            short
            type="date"
            label={t('centre.people.validTo')}
            value={row.to}
            onChange={(to) => set(place, { to })}
            error={wrong(`/qualifications/${place}/to`)}
          />
        </>
      )}
    </Rows>
  );
}
