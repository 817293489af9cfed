import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { InstrumentView } from '../../shared/contract/directory.ts';
import { LinkButton } from '../design/components/button.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { useLanguage } from '../words/use-language.ts';
import type { Answer, Draft } from './draft.ts';

type Form = z.output<typeof InstrumentView>;
export interface IndicatorsProps {
  readonly form: Form;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

const ANSWERS: readonly Answer[] = ['yes', 'no', 'not-known'];

/** The form’s questions, by what they are about; none says what an answer weighs. */
export function Indicators({ form, draft, change }: IndicatorsProps) {
  const lang = useLanguage();
  return Object.entries(form.domains).map(([domain, title]) => (
    <section key={domain} className="card" aria-labelledby={`domain-${domain}`}>
      <h2 id={`domain-${domain}`}>{title[lang]}</h2>
      {form.indicators
        .filter((one) => one.domain === domain)
        .map((one) => (
          <Indicator key={one.code} one={one} draft={draft} change={change} />
        ))}
    </section>
  ));
}

type IndicatorProps = Omit<IndicatorsProps, 'form'> & { readonly one: Form['indicators'][number] };

function Indicator({ one, draft, change }: IndicatorProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { code, question, danger } = one;
  const answer = draft.answers[code];
  return (
    <div className="stack">
      <OneOf
        row
        label={question[lang]}
        options={ANSWERS.map((value) => ({ value, label: t(`indicator.${value}`) }))}
        value={answer}
        onChange={(value) => change({ answers: { ...draft.answers, [code]: value } })}
      />
      {answer === 'yes' && danger && (
        <Notice tone="danger" title={t('indicator.danger')} live>
          <div>
            <LinkButton look="danger" to="/app/referrals/new">
              {t('referral.new')}
            </LinkButton>
          </div>
        </Notice>
      )}
      {answer === 'yes' && (
        <Field
          label={t('indicator.evidence')}
          hint={t('indicator.evidenceHint')}
          value={draft.evidence[code] ?? ''}
          onChange={(value) => change({ evidence: { ...draft.evidence, [code]: value } })}
          maxLength={1000}
        />
      )}
    </div>
  );
}
