import { useTranslation } from 'react-i18next';
import { referralTimeline } from '../../shared/contract/referrals.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Details } from '../details/details.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Beside } from './beside.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import { Frame, type Sent, useReferral } from './frame.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { SendBack } from './send-back.tsx';
import { Standing } from './standing.tsx';
import { WriteToReferrer } from './write-to-referrer.tsx';

/** A referral and what is happening now, for whoever sent it and for whoever works on it. */
export const ReferralPage = () => (
  <Frame part="standing">
    {(sent) => (sent.may('referral.read') ? <Whole {...sent} /> : <PartOnly />)}
  </Frame>
);

/** Somebody who was told of it, and may not read it: what is theirs stands on the pages beside. */
function PartOnly() {
  const { t } = useTranslation();
  return <Notice>{t('sent.partOnly')}</Notice>;
}

function Whole(sent: Sent) {
  const read = useReferral(sent);
  return (
    <Read of={read}>
      {(view) => (
        <>
          <Standing view={view} />
          <Beside view={view} may={sent.may} />
          <FeedbackSection view={view} may={sent.may} />
          {sent.may('question.read') && <QuestionsSection {...sent} />}
          <WriteToReferrer view={view} may={sent.may} />
          <Details details={view.details} />
          <Timeline {...sent} />
          <SendBack view={view} may={sent.may} />
        </>
      )}
    </Read>
  );
}

function Timeline({ referralId }: Sent) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { data } = useRead(['referral', referralId], referralTimeline, { path: { referralId } });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('referral.timeline')}>
      <ol className="timeline">
        {data.items.map(({ label, at, agency, type, subject }) => (
          <li key={`${at} ${type} ${subject.id}`}>
            <time className="soft small" dateTime={at}>
              {momentOf(at, lang)}
            </time>
            <span>
              {label}
              {agency && <span className="soft small"> — {nameOf(agency)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
