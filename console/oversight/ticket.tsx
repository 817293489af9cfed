import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getTicket, revokeTicket, type TicketView } from '../../shared/contract/break-glass.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { kindOf, useRecordNames } from './record-names.ts';
import { ReviewTicket } from './review-ticket.tsx';
import { useWhen } from './use-when.ts';

export type Ticket = z.output<typeof TicketView>;

/** One emergency look: who, why, how long and at what; a second person says whether it was right. */
export function TicketPage() {
  const { t } = useTranslation();
  const { record = '', number = '' } = useParams();
  const path = { record: record as CaseId, number: Number(number) };
  const ticket = useRead(['oversight', 'ticket', record, path.number], getTicket, { path });
  return (
    <Page title={t('oversight.ticket.title')} lead={t('oversight.ticket.lead')}>
      <Read of={ticket}>
        {(one) => (
          <>
            <Standing ticket={one} />
            <Decide ticket={one} />
            <Reads ticket={one} />
            <div className="row no-print">
              <LinkButton to={`/app/oversight/who-looked/${one.record}`}>
                {t('oversight.ticket.all')}
              </LinkButton>
              <LinkButton to="/app/oversight/watched/break-glass">
                {t('oversight.ticket.others')}
              </LinkButton>
            </div>
          </>
        )}
      </Read>
    </Page>
  );
}

function Standing({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const recordName = useRecordNames();
  const { record, state, by, reason, openedAt, until, revoked, reviewBy, review } = ticket;
  const isOpen = state.code === 'open';
  return (
    <Card
      title={t('oversight.ticket.what')}
      aside={<Tag tone={isOpen ? 'danger' : 'plain'}>{state.label}</Tag>}
    >
      <Facts
        facts={[
          { name: t('oversight.ticket.record'), value: recordName(kindOf(record)) },
          { name: t('oversight.ticket.who'), value: `${nameOf(by.agency)}\n${by.account}` },
          { name: t('oversight.ticket.reason'), value: reason },
          { name: t('oversight.ticket.openedAt'), value: when.both(openedAt) },
          { name: t('oversight.ticket.until'), value: when.both(until) },
          {
            name: t('oversight.ticket.revoked'),
            value: revoked && `${nameOf(revoked.by.agency)}, ${when.at(revoked.at)}`,
          },
          { name: t('oversight.ticket.reviewBy'), value: reviewBy && when.both(reviewBy) },
          {
            name: t('oversight.ticket.review'),
            value:
              review &&
              `${review.finding.label}\n${nameOf(review.by.agency)}, ${when.at(review.at)}`,
          },
          { name: t('lookReview.because'), value: review?.reason },
        ]}
      />
    </Card>
  );
}

/** Ending it takes effect at once; reviewing it is a second person’s. */
function Decide({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  const { record, number, version, state, review, by } = ticket;
  const doing = useAct(revokeTicket, [['oversight']]);
  const path = { record, number };
  const isOwn = me?.account === by.account;
  return (
    <>
      {state.code === 'open' && (
        <ActForm
          doing={doing}
          look="danger"
          does={t('oversight.ticket.revoke')}
          onDo={() => doing.act({ path, ifMatch: version })}
        />
      )}
      {!review && isOwn && <Notice title={t('oversight.ticket.own')} />}
      {!review && !isOwn && (
        <Card title={t('oversight.ticket.reviewIt')}>
          <ReviewTicket ticket={ticket} about={['oversight']} />
        </Card>
      )}
    </>
  );
}

function Reads({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const when = useWhen();
  const recordName = useRecordNames();
  return (
    <Card title={t('oversight.ticket.reads')}>
      <Entries
        of={ticket.reads}
        none={t('oversight.ticket.noReads')}
        line={({ at, what, record }) => (
          <Entry
            key={`${at} ${what} ${record}`}
            title={t(`oversight.action.${what}`)}
            said={`${recordName(kindOf(record))} · ${when.at(at)}`}
          />
        )}
      />
    </Card>
  );
}
