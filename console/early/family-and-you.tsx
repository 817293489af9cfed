import { useTranslation } from 'react-i18next';
import { useCodes, useMunicipalities } from '../api/use-lists.ts';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { Draft, Missing } from './draft.ts';

export interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly missing: readonly Missing[];
}

export function TheChild({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const places = useMunicipalities();
  return (
    <section className="card" aria-labelledby="the-child">
      <h2 id="the-child">{t('child.title')}</h2>
      <Field
        label={t('child.givenName')}
        value={draft.givenName}
        onChange={(givenName) => change({ givenName })}
      />
      <Field
        label={t('child.familyName')}
        value={draft.familyName}
        onChange={(familyName) => change({ familyName })}
      />
      <Field
        short
        type="number"
        label={t('child.age')}
        value={draft.age}
        onChange={(age) => change({ age })}
      />
      <Field
        short
        label={t('child.personalNumber')}
        hint={t('child.personalNumberHint')}
        value={draft.personalNumber}
        onChange={(personalNumber) => change({ personalNumber })}
      />
      <Pick
        label={t('needed.municipality')}
        none={t('needed.municipalityNone')}
        options={places}
        value={draft.municipality}
        onChange={(municipality) => change({ municipality })}
      />
    </section>
  );
}

/** The referrer's own worry can raise attention, never lower it. */
export function Worry({ draft, change, missing }: PartProps) {
  const { t } = useTranslation();
  const degrees = ['0', '1', '2', '3'];
  return (
    <section className="card" aria-labelledby="worry">
      <h2 id="worry">{t('early.worryTitle')}</h2>
      <OneOf
        label={t('early.worry')}
        error={missing.includes('worry') ? t('early.worryMissing') : undefined}
        options={degrees.map((value) => ({ value, label: t(`early.degree.${value}`) }))}
        value={draft.worry || undefined}
        onChange={(worry) => change({ worry })}
      />
      <Field
        long
        label={t('early.narrative')}
        value={draft.narrative}
        onChange={(narrative) => change({ narrative })}
        maxLength={8000}
      />
    </section>
  );
}

/** Help rests on the family's consent; where asking would endanger the child it is not asked. */
export function Consent({ draft, change, missing }: PartProps) {
  const { t } = useTranslation();
  const states = useCodes('consentStates');
  const reasons = useCodes('consentNotAskedReasons');
  return (
    <section className="card" aria-labelledby="consent">
      <h2 id="consent">{t('early.consentTitle')}</h2>
      <OneOf
        label={t('early.consent')}
        error={missing.includes('consent') ? t('early.consentMissing') : undefined}
        options={states}
        value={draft.consent}
        onChange={(consent) => change({ consent: consent as NonNullable<Draft['consent']> })}
      />
      {(draft.consent === 'given' || draft.consent === 'refused') && (
        <>
          <Field
            label={t('early.consentBy')}
            value={draft.consentBy}
            onChange={(consentBy) => change({ consentBy })}
            maxLength={150}
          />
          <Field
            short
            type="date"
            label={t('early.consentOn')}
            value={draft.consentOn}
            onChange={(consentOn) => change({ consentOn })}
          />
        </>
      )}
      {draft.consent === 'not-asked' && (
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons}
          value={draft.consentReason}
          onChange={(consentReason) => change({ consentReason })}
        />
      )}
    </section>
  );
}

export function You({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="you">
      <h2 id="you">{t('you.title')}</h2>
      <Field label={t('you.name')} value={draft.name} onChange={(name) => change({ name })} />
      <Field
        short
        type="tel"
        label={t('needed.phone')}
        hint={t('needed.phoneHint')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
    </section>
  );
}
