import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type JoiningView, undoJoining } from '../../shared/contract/same-child.ts';
import { useAct } from '../api/use-act.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { receiptOf } from '../words/receipt.ts';
import { AnswerSameChild } from './answer-same-child.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

type Joining = z.output<typeof JoiningView>;

/** Whether other reports are about the same child: answered with a reason, and undone with one. */
export function SameChild() {
  const { t } = useTranslation();
  const { may } = useCase();
  const { data: view } = useCaseView();
  const joins = may('case.join');
  if (!view || (!joins && !view.joinings)) return null;
  return (
    <Card title={t('case.same.title')}>
      <p className="soft">{t('case.same.lead')}</p>
      <Entries
        of={(view.joinings ?? []).toReversed()}
        none={t('case.same.none')}
        line={(one) => <Line key={`${one.of} ${one.number}`} joining={one} />}
      />
      {joins && (
        <Acts
          acts={[
            {
              code: 'answer',
              label: t('case.same.answer'),
              form: (back) => <AnswerSameChild view={view} onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ joining }: { readonly joining: Joining }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { caseId, may } = useCase();
  const { same, referral, case: other, of, reason, undoneAt, undoing } = joining;
  const joined = other === caseId ? of : other;
  return (
    <Entry
      title={
        <Link className="reach" to={`/app/referrals/${referral}`}>
          {receiptOf(referral)}
        </Link>
      }
      tags={
        <Tag tone={undoneAt ? 'plain' : same === 'yes' ? 'warn' : 'good'}>
          {t(undoneAt ? 'case.same.undone' : `case.same.is.${same}`)}
        </Tag>
      }
      said={said(joining)}
    >
      {reason && <p>{reason}</p>}
      {undoing && <p>{t('case.same.undoing', { why: undoing })}</p>}
      {joined && joined !== caseId && !undoneAt && (
        <p>
          <Link className="reach" to={`/app/cases/${joined}`}>
            {t('case.joinedSee')}
          </Link>
        </p>
      )}
      {same === 'yes' && !undoneAt && may('case.join') && (
        <Acts
          acts={[
            {
              code: 'undo',
              label: t('case.same.undo'),
              form: (back) => <Undo joining={joining} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}

function Undo({ joining, onBack }: { readonly joining: Joining; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const doing = useAct(undoJoining, [['case']], onBack);
  // It is kept with the case that goes on.
  const path = { caseId: joining.of, number: joining.number };
  return (
    <ReasonForm
      doing={doing}
      note={t('case.why')}
      at="/reason"
      does={t('case.same.undo')}
      look="danger"
      onDo={({ note }) => doing.act({ path, body: { reason: note } })}
      onBack={onBack}
    >
      <p>{t('case.same.undoLead')}</p>
    </ReasonForm>
  );
}
