import { useTranslation } from 'react-i18next';
import { useCodes, useMunicipalities } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { DangerNow } from '../referral/danger-now.tsx';
import type { Call } from './intake-draft.ts';

interface CallProps {
  readonly call: Call;
  readonly change: (part: Partial<Call>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

/** Danger, the worry, where the child is: if the line breaks now, somebody can still go there. */
export function FirstThings({ call, change, wrong }: CallProps) {
  const { t } = useTranslation();
  const places = useMunicipalities();
  return (
    <Card title={t('duty.first')}>
      <DangerNow
        row
        value={call.danger}
        onChange={(danger) => change({ danger })}
        error={wrong('/immediateDanger')}
        call={t('duty.connect')}
      />
      <Field
        long
        required
        label={t('duty.worry')}
        hint={t('duty.worryHint')}
        value={call.worry}
        onChange={(worry) => change({ worry })}
        error={wrong('/narrative')}
        maxLength={8000}
      />
      <Field
        label={t('needed.where')}
        hint={t('needed.whereHint')}
        value={call.where}
        onChange={(where) => change({ where })}
        error={wrong('/child/whereabouts/childNow/where') ?? wrong('/child/whereabouts')}
        maxLength={300}
      />
      <Field
        short
        type="time"
        label={t('needed.until')}
        value={call.until}
        onChange={(until) => change({ until })}
        error={wrong('/child/whereabouts/childNow/until')}
      />
      <Pick
        label={t('needed.municipality')}
        none={t('needed.municipalityNone')}
        options={places}
        value={call.municipality}
        onChange={(municipality) => change({ municipality })}
        error={wrong('/child/municipality')}
      />
    </Card>
  );
}

/** Whoever calls may give a name, have it hidden, or give none. */
export function AboutCaller({ call, change, wrong }: CallProps) {
  const { t } = useTranslation();
  const modes = useCodes('reporterModes');
  return (
    <Card title={t('duty.caller')}>
      <OneOf
        label={t('duty.mode')}
        hint={t('duty.modeHint')}
        options={modes}
        value={call.mode}
        onChange={(mode) => change({ mode: mode as Call['mode'] })}
        error={wrong('/reporter/mode')}
      />
      {call.mode !== 'anonymous' && (
        <>
          <Field
            short
            label={t('duty.callerName')}
            value={call.caller}
            onChange={(caller) => change({ caller })}
            error={wrong('/reporter/name')}
            maxLength={150}
          />
          <Field
            short
            type="tel"
            label={t('duty.callBack')}
            hint={t('needed.phoneHint')}
            value={call.phone}
            onChange={(phone) => change({ phone })}
            error={wrong('/reporter/phone')}
          />
        </>
      )}
      {call.mode === 'child-self' && (
        <Field
          label={t('duty.safeWay')}
          hint={t('duty.safeWayHint')}
          value={call.safeWay}
          onChange={(safeWay) => change({ safeWay })}
          error={wrong('/reporter/safeWay')}
          maxLength={300}
        />
      )}
    </Card>
  );
}

/** What the caller knows of the child without asking it. */
export function AboutChild({ call, change, wrong }: CallProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('duty.child')}>
      <div className="duty-fields">
        <Field
          short
          label={t('child.givenName')}
          value={call.givenName}
          onChange={(givenName) => change({ givenName })}
          error={wrong('/child/givenName')}
          maxLength={100}
        />
        <Field
          short
          label={t('child.familyName')}
          value={call.familyName}
          onChange={(familyName) => change({ familyName })}
          error={wrong('/child/familyName')}
          maxLength={100}
        />
        <Field
          short
          type="number"
          label={t('child.age')}
          value={call.age}
          onChange={(age) => change({ age })}
          error={wrong('/child/ageYears')}
        />
      </div>
      <Field
        label={t('child.school')}
        value={call.school}
        onChange={(school) => change({ school })}
        error={wrong('/child/whereabouts/school')}
        maxLength={200}
      />
    </Card>
  );
}
