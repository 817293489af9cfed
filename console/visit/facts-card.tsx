import { useTranslation } from 'react-i18next';
import { addFacts } from '../../shared/contract/interviews.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { DecideForm } from './decide-form.tsx';
import { emptyFact, type FactKind, factBody, MOMENTS, missingInFact } from './draft.ts';
import { isOpen, useVisit } from './use-visit.ts';

/** What was said of the visit itself; a new fact can only make it due sooner. */
export function FactsCard() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const languages = useCodes('languages');
  const { visit, may } = useVisit();
  const { facts = {}, exceptions = [] } = visit;
  const language = facts.interpreterLanguage;
  const known = [
    ...MOMENTS.map((name) => {
      const at = facts[name];
      return { name: t(`visit.facts.kinds.${name}`), value: at && momentOf(at, lang) };
    }),
    { name: t('visit.facts.kinds.forensicOrder'), value: facts.forensicOrder?.document },
    {
      name: t('visit.facts.kinds.interpreterLanguage'),
      value: language && word(languages, language),
    },
  ];
  return (
    <Card title={t('visit.facts.title')}>
      {known.every(({ value }) => value === undefined) && <p>{t('visit.facts.none')}</p>}
      <Facts facts={known} />
      {exceptions.length > 0 && <h3>{t('visit.facts.exceptions')}</h3>}
      <ul>
        {exceptions.map(({ number, code, reason }) => (
          <li key={number}>{[code.label, reason].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
      {may('interview.plan') && isOpen(visit) && (
        <Acts
          acts={[
            {
              code: 'fact',
              label: t('visit.facts.add'),
              form: (back) => <AddFact onBack={back} />,
            },
            {
              code: 'decide',
              label: t('visit.decide.title'),
              form: (back) => <DecideForm onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

const KINDS: readonly FactKind[] = [...MOMENTS, 'forensicOrder', 'needs', 'interpreterLanguage'];

function AddFact({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const [needs, languages] = [useCodes('needs'), useCodes('languages')];
  const doing = useAct(addFacts, about, onBack);
  const form = useDraft(emptyFact, missingInFact);
  const { kind } = form.draft;
  const kinds = KINDS.map((value) => ({ value, label: t(`visit.facts.kinds.${value}`) }));
  const choose = (chosen: string) => form.set({ ...emptyFact, kind: chosen as FactKind });
  return (
    <ActForm
      doing={doing}
      title={t('visit.facts.add')}
      look="second"
      does={t('visit.facts.do')}
      onDo={() => form.whenComplete(() => doing.act({ path, body: factBody(form.draft) }))}
      onBack={onBack}
    >
      <Pick
        label={t('visit.facts.kind')}
        hint={t('visit.facts.hint')}
        none={t('steps.choose')}
        options={kinds}
        {...form.of('kind')}
        onChange={choose}
      />
      {MOMENTS.some((one) => one === kind) && (
        <MomentField label={t('visit.facts.at')} {...form.of('at', doing.wrong(`/${kind}`))} />
      )}
      {kind === 'forensicOrder' && (
        <Field
          short
          label={t('visit.document')}
          hint={t('visit.documentHint')}
          {...form.of('document', doing.wrong('/forensicOrder/document'))}
        />
      )}
      {kind === 'needs' && (
        <ManyOf label={t('visit.facts.kinds.needs')} options={needs} {...form.of('needs')} />
      )}
      {kind === 'interpreterLanguage' && (
        <Pick
          label={t('visit.facts.kinds.interpreterLanguage')}
          none={t('steps.choose')}
          options={languages}
          {...form.of('language')}
        />
      )}
    </ActForm>
  );
}
