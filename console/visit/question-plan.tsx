import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { fileTopics, type QuestionPlan, questionPlan } from '../../shared/contract/topics.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { FileTopics } from './file-topics.tsx';
import { Question } from './question.tsx';
import { useVisit } from './use-visit.ts';

type Plan = z.output<typeof QuestionPlan>;
const BEFORE = ['planning', 'held', 'booked'];

/** The one plan of questions: what several agencies need is asked once. */
export function QuestionPlanCard() {
  const { t } = useTranslation();
  const { visit, path } = useVisit();
  const read = useRead(['visit', visit.id, 'topics'], questionPlan, { path });
  return (
    <Card title={t('visit.questions.title')}>
      <p className="soft">{t('visit.questions.lead')}</p>
      <Read of={read}>
        {(plan) => (
          <>
            <Awaited plan={plan} />
            {plan.topics.map(({ topic, agencies, questions }) => (
              <section key={topic.code} className="stack" aria-label={topic.label}>
                <h3>{topic.label}</h3>
                <Asking agencies={agencies} />
                <ul className="entries">
                  {questions.map((one) => (
                    <Question key={one.filings.map(({ number }) => number).join()} one={one} />
                  ))}
                </ul>
              </section>
            ))}
            {plan.topics.length === 0 && <p>{t('visit.questions.none')}</p>}
            <File plan={plan} />
          </>
        )}
      </Read>
    </Card>
  );
}

const Asking = ({ agencies }: Pick<Plan['topics'][number], 'agencies'>) => {
  const nameOf = useAgencyNames();
  return <p className="soft small">{agencies.map((agency) => nameOf(agency)).join(', ')}</p>;
};

function Awaited({ plan: { missingFrom, nothingFrom, dueAt } }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const named = (all: Plan['missingFrom']) => all.map((agency) => nameOf(agency)).join('; ');
  return (
    <>
      {missingFrom.length > 0 && (
        <Notice tone="warn" title={t('visit.questions.missing')}>
          {named(missingFrom)}
          {dueAt && (
            <span className="small">{t('visit.questions.due', { at: momentOf(dueAt, lang) })}</span>
          )}
        </Notice>
      )}
      {nothingFrom.length > 0 && (
        <p className="small">
          {t('visit.questions.nothingFrom', { agencies: named(nothingFrom) })}
        </p>
      )}
    </>
  );
}

function File({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  const { data: me } = useMembership();
  if (!may('visit.topics') || !BEFORE.includes(visit.status.code) || !me) return null;
  const owes = plan.missingFrom.includes(me.agency);
  return (
    <Acts
      acts={[
        {
          code: 'file',
          label: t('visit.questions.file'),
          form: (back) => <FileTopics onBack={back} />,
        },
        ...(owes
          ? [
              {
                code: 'nothing',
                label: t('visit.questions.nothing'),
                form: (back: () => void) => <Nothing onBack={back} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Nothing({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const doing = useAct(fileTopics, about, onBack);
  return (
    <ActForm
      doing={doing}
      title={t('visit.questions.nothing')}
      look="second"
      does={t('visit.questions.nothingDo')}
      onDo={() => doing.act({ path, body: { nothing: true } })}
      onBack={onBack}
    >
      <p>{t('visit.questions.nothingLead')}</p>
    </ActForm>
  );
}
