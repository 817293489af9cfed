import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { endProceedings, type ProceedingsEnd } from '../../shared/contract/retention.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { dayInWords, instantOf } from '../words/moments.ts';
import { receiptOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { useCase, useCaseView } from './use-case.ts';

type Ended = z.output<typeof ProceedingsEnd>;

/** The prosecutor says that proceedings have ended: from then on it counts how long files are kept. */
export function Proceedings() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [ended, setEnded] = useState<Ended>();
  return (
    <Card title={t('case.proceedings.title')}>
      <p className="soft">{t('case.proceedings.lead')}</p>
      {ended && (
        <Notice tone="good" title={ended.outcome.label} live>
          <ul>
            {ended.erasures.map(({ referral, on }) => (
              <li key={referral}>
                {t('case.proceedings.erased', {
                  number: receiptOf(referral),
                  on: dayInWords(on, lang),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Acts
        acts={[
          {
            code: 'end',
            label: t('case.proceedings.record'),
            form: (back) => <End onEnd={setEnded} onBack={back} />,
          },
        ]}
      />
    </Card>
  );
}

interface EndProps {
  readonly onEnd: (ended: Ended) => void;
  readonly onBack: () => void;
}

function End({ onEnd, onBack }: EndProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const { data: view } = useCaseView();
  const outcomes = useCodes('proceedingsOutcomes');
  const doing = useAct(endProceedings, about, (ended) => {
    onEnd(ended);
    onBack();
  });
  const form = useDraft({ outcome: '', endedAt: '' }, (draft) =>
    emptyOf(draft, 'outcome', 'endedAt'),
  );
  const send = () => {
    const { outcome, endedAt } = form.draft;
    const body = { outcome, endedAt: instantOf(endedAt) };
    if (view) doing.act({ path, body, ifMatch: view.version });
  };
  return (
    <ActForm
      doing={doing}
      title={t('case.proceedings.record')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('case.proceedings.outcome')}
        none={t('steps.choose')}
        options={outcomes}
        {...form.of('outcome', doing.wrong('/outcome'))}
      />
      <MomentField
        label={t('case.proceedings.endedAt')}
        {...form.of('endedAt', doing.wrong('/endedAt'))}
      />
    </ActForm>
  );
}
