import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { getTicket, revokeTicket, type TicketView } from '../../shared/contract/break-glass.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { ReviewTicket } from '../oversight/review-ticket.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import type { OpenCase } from './use-case.ts';
import { useSaid } from './use-case.ts';

type Ticket = z.output<typeof TicketView>;
interface TicketProps extends OpenCase {
  readonly number: number;
}

/** An emergency look at this case: for how long, by whom, why; and its end. */
export function TicketCard(props: TicketProps) {
  const { caseId, number } = props;
  const { t } = useTranslation();
  const path = { record: caseId, number };
  const ticket = useRead(['ticket', caseId, number], getTicket, { path });
  return (
    <Card title={t('case.ticket.title')}>
      <Read of={ticket}>{(one) => <Standing ticket={one} {...props} />}</Read>
    </Card>
  );
}

function Standing({ ticket, caseId, number, may }: TicketProps & { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const said = useSaid();
  const { state, until, by, reason, reads, review, openedAt } = ticket;
  const runs = state.code === 'open';
  useEndAt(caseId, runs ? until : undefined, now);
  return (
    <>
      <Facts
        facts={[
          {
            name: t('case.status'),
            value: <Tag tone={runs ? 'danger' : 'plain'}>{state.label}</Tag>,
          },
          {
            name: t('case.ticket.until'),
            value: runs && `${momentOf(until, lang, now)} (${awayFrom(until, lang, now)})`,
          },
          { name: t('case.ticket.by'), value: said({ at: openedAt, agency: by.agency }) },
          { name: t('case.account'), value: by.account },
          { name: t('case.why'), value: reason },
          { name: t('case.ticket.reads'), value: reads.length },
          { name: t('case.ticket.review'), value: review?.finding.label },
          { name: t('lookReview.because'), value: review?.reason },
        ]}
      />
      {runs && <End ticket={ticket} caseId={caseId} number={number} />}
      {!review && may('break-glass.review') && (
        <Acts
          acts={[
            {
              code: 'review',
              label: t('case.ticket.look'),
              form: (back) => (
                <ReviewTicket ticket={ticket} about={['ticket', caseId, number]} onBack={back} />
              ),
            },
          ]}
        />
      )}
    </>
  );
}

/** When its time is over, what is open is asked anew: nothing stays on the screen that is not. */
function useEndAt(caseId: CaseId, until: string | undefined, now: Date): void {
  const queries = useQueryClient();
  const over = until !== undefined && new Date(until) <= now;
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['open', caseId] });
  }, [over, queries, caseId]);
}

function End({ ticket, caseId, number }: { ticket: Ticket; caseId: CaseId; number: number }) {
  const { t } = useTranslation();
  const about = [
    ['open', caseId],
    ['ticket', caseId, number],
  ];
  const doing = useAct(revokeTicket, about);
  const path = { record: caseId, number };
  return (
    <ActForm
      doing={doing}
      does={t('case.ticket.end')}
      onDo={() => doing.act({ path, ifMatch: ticket.version })}
    />
  );
}
