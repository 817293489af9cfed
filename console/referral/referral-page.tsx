import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import type { ReferralView } from '../../shared/contract/referral-view.ts';
import { getReferral, referralTimeline } from '../../shared/contract/referrals.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useHub } from '../api/use-hub.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { Details } from '../details/details.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { FeedbackSection } from './feedback-section.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { WriteToReferrer } from './write-to-referrer.tsx';

type View = z.output<typeof ReferralView>;

/** A referral and what is happening now, for whoever sent it and for whoever works on it. */
export function ReferralPage() {
  const { t } = useTranslation();
  const call = useHub();
  const lang = useLanguage();
  const referralId = useParams().referralId as ReferralId;
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['referral', referralId, lang],
    queryFn: async () => (await call(getReferral, { path: { referralId } })).body,
    refetchInterval: 30_000,
  });
  const changed = () => void client.invalidateQueries({ queryKey: ['referral', referralId] });
  return (
    <Page title={t('referral.one')}>
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Standing view={data} />
          <FeedbackSection view={data} onChange={changed} />
          <QuestionsSection referralId={referralId} onChange={changed} />
          <WriteToReferrer view={data} onChange={changed} />
          <Details details={data.details} />
          <Timeline referralId={referralId} />
        </>
      )}
    </Page>
  );
}

/** Whom it is with, and how far each has come. */
function Standing({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <section className="card" aria-labelledby="standing">
      <h2 id="standing">{t('referral.standing')}</h2>
      <Facts
        facts={[
          { name: t('receipt.number'), value: view.receiptNumber },
          { name: t('referral.status'), value: <Tag>{view.status.label}</Tag> },
          { name: t('referral.sentAt'), value: momentOf(view.submittedAt, lang) },
          { name: t('referral.withWhom'), value: nameOf(view.lead) },
          { name: t('referral.closedAs'), value: view.closing?.reason.label },
        ]}
      />
      {view.work.length > 0 && (
        <ul className="lines">
          {view.work.map(({ kind, status, agency }) => (
            <li key={`${kind.code} ${status.code} ${agency ?? ''}`} className="line">
              <span>{kind.label}</span>
              <Tag>{status.label}</Tag>
              <span className="soft small">{nameOf(agency)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Timeline({ referralId }: { readonly referralId: ReferralId }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const nameOf = useAgencyNames();
  const { data } = useQuery({
    queryKey: ['referral', referralId, 'timeline', lang],
    queryFn: async () => (await call(referralTimeline, { path: { referralId } })).body.items,
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('referral.timeline')}</h2>
      <ol className="stack">
        {data.map(({ label, at, agency, type, subject }) => (
          <li key={`${at} ${type} ${subject.id}`}>
            <time className="soft small" dateTime={at}>
              {momentOf(at, lang)}
            </time>{' '}
            {label}
            {agency && <span className="soft small"> — {nameOf(agency)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
