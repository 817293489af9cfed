import { useTranslation } from 'react-i18next';
import { perpetrators } from '../../shared/contract/family.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { type MeasureDraft, nextMeasure } from './safety-draft.ts';
import { useCase } from './use-case.ts';

/** As the contract has it: no child has more orders about it. */
const MOST = 8;

interface MeasuresProps {
  readonly value: readonly MeasureDraft[];
  readonly onChange: (value: readonly MeasureDraft[]) => void;
  readonly error?: string | undefined;
  readonly wrong: (pointer: string) => string | undefined;
}

/** What keeps the child safe: each measure with whom it is against and until when, or none at all. */
export function MeasuresField({ value, onChange, error, wrong }: MeasuresProps) {
  const { t } = useTranslation();
  const none = value.some(({ kind }) => kind === 'none');
  const change = (place: number, to: MeasureDraft) =>
    // That none is needed stands alone.
    onChange(to.kind === 'none' ? [to] : value.map((one, i) => (i === place ? to : one)));
  return (
    <>
      {value.map((measure, place) => (
        <OneMeasure
          key={measure.number}
          place={place}
          measure={measure}
          error={measure.kind === '' ? error : undefined}
          wrong={(pointer) => wrong(`/measures/${place}${pointer}`)}
          onChange={(to) => change(place, to)}
          onRemove={
            value.length > 1 ? () => onChange(value.filter((_, i) => i !== place)) : undefined
          }
        />
      ))}
      {!none && value.length < MOST && (
        <div>
          <Button onPress={() => onChange([...value, nextMeasure(value)])}>
            {t('case.safety.addMeasure')}
          </Button>
        </div>
      )}
    </>
  );
}

interface OneProps {
  readonly place: number;
  readonly measure: MeasureDraft;
  readonly error: string | undefined;
  readonly wrong: (pointer: string) => string | undefined;
  readonly onChange: (to: MeasureDraft) => void;
  readonly onRemove: (() => void) | undefined;
}

function OneMeasure({ place, measure, error, wrong, onChange, onRemove }: OneProps) {
  const { t } = useTranslation();
  const kinds = useCodes('measures').filter(({ value }) => place === 0 || value !== 'none');
  const named = useNamed();
  const { kind, perpetrator, against, validUntil } = measure;
  const set = (changes: Partial<MeasureDraft>) => onChange({ ...measure, ...changes });
  return (
    <fieldset className="group">
      <legend>{t('case.safety.measure', { number: place + 1 })}</legend>
      <Pick
        label={t('case.safety.measureKind')}
        none={t('steps.choose')}
        options={kinds}
        value={kind}
        onChange={(chosen) => set({ kind: chosen })}
        error={error ?? wrong('/kind') ?? wrong('')}
      />
      {kind !== '' && kind !== 'none' && (
        <>
          {named.length > 0 && (
            <Pick
              label={t('case.safety.perpetrator')}
              none={t('case.safety.somebodyElse')}
              options={named}
              value={perpetrator}
              onChange={(chosen) => set({ perpetrator: chosen })}
            />
          )}
          {perpetrator === '' && (
            <Field
              label={t('case.safety.against')}
              maxLength={200}
              value={against}
              onChange={(written) => set({ against: written })}
              error={wrong('/against')}
            />
          )}
          <MomentField
            label={t('case.safety.validUntil')}
            value={validUntil}
            onChange={(written) => set({ validUntil: written })}
            error={wrong('/validUntil')}
          />
        </>
      )}
      {onRemove && (
        <div>
          <Button look="plain" onPress={onRemove}>
            {t('case.safety.removeMeasure')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** The alleged perpetrators that were named since the report, as choices. */
function useNamed() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const relations = useCodes('relations');
  const { data } = useRead(
    ['case', caseId, 'perpetrators'],
    perpetrators,
    { path },
    { when: may('perpetrator.read') },
  );
  return (data?.items ?? []).map(({ number, perpetrator }) => ({
    value: String(number),
    label: perpetrator
      ? [word(relations, perpetrator.relation), perpetrator.name].filter(Boolean).join(', ')
      : t('case.family.perpetrator', { number }),
  }));
}
