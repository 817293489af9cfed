import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMunicipalities } from '../api/use-lists.ts';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { DangerNow } from './danger-now.tsx';
import type { Draft } from './draft.ts';
import { MoreAbout } from './more-about.tsx';

export interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

/** Danger first; then what must be known for somebody to come; the rest is for who knows it. */
export function WriteStep(props: StepProps) {
  const { t } = useTranslation();
  const { draft, change } = props;
  return (
    <>
      <DangerNow value={draft.danger} onChange={(danger) => change({ danger })}>
        <p>{t('danger.then')}</p>
      </DangerNow>
      {draft.danger === 'no' && (
        <p>
          {t('danger.rather')} <Link to="/app/referrals/early">{t('danger.early')}</Link>
        </p>
      )}
      {draft.danger && (
        <>
          <DoNot />
          <Needed {...props} />
          <MoreAbout {...props} />
        </>
      )}
    </>
  );
}

/** The form never makes an investigator of whoever writes it. */
function DoNot() {
  const { t } = useTranslation();
  const rules = t('doNot.rules', { returnObjects: true }) as string[];
  return (
    <Notice tone="warn" title={t('doNot.title')}>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** One sentence, where the child is, how to call back. */
function Needed({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation();
  const municipalities = useMunicipalities();
  return (
    <section className="card" aria-labelledby="needed">
      <h2 id="needed">{t('needed.title')}</h2>
      <Field
        long
        required
        label={t('needed.worry')}
        hint={t('needed.worryHint')}
        value={draft.narrative}
        onChange={(narrative) => change({ narrative })}
        error={wrong('/narrative')}
        at="/narrative"
        maxLength={8000}
      />
      <Pick
        label={t('needed.municipality')}
        none={t('needed.municipalityNone')}
        options={municipalities}
        value={draft.municipality}
        onChange={(municipality) => change({ municipality })}
        error={wrong('/child/municipality')}
        at="/child/municipality"
      />
      <Field
        label={t('needed.where')}
        hint={t('needed.whereHint')}
        value={draft.where}
        onChange={(where) => change({ where })}
        error={wrong('/child/whereabouts/childNow/where')}
        at="/child/whereabouts/childNow/where"
      />
      <Field
        short
        type="time"
        label={t('needed.until')}
        value={draft.until}
        onChange={(until) => change({ until })}
        error={wrong('/child/whereabouts/childNow/until')}
      />
      <Field
        short
        type="tel"
        label={t('needed.phone')}
        hint={t('needed.phoneHint')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        error={wrong('/reporter/phone')}
        at="/reporter/phone"
      />
    </section>
  );
}
