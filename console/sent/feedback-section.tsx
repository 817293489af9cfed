import { useTranslation } from 'react-i18next';
import { acknowledgeFeedback } from '../../shared/contract/feedback.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Acts } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Failed } from '../design/components/states.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { CloseLoop, Release } from './feedback-acts.tsx';
import { aboutReferral, type Sent, type View } from './frame.tsx';

export interface FeedbackProps extends Pick<Sent, 'may'> {
  readonly view: View;
}
export type Feedback = View['feedback'][number];

/** The answers to whoever referred: each is to be acknowledged, so that somebody knows it arrived. */
export function FeedbackSection({ view, may }: FeedbackProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const exceptions = view.exceptions ?? [];
  if (view.feedback.length + exceptions.length === 0) return null;
  return (
    <Card title={t('feedback.title')}>
      {view.feedback.map((one) => (
        <Answer key={one.number} view={view} one={one} may={may} />
      ))}
      {exceptions.map(({ number, code, stages, at, note }) => (
        <Notice key={number} title={t('sent.excepted')}>
          <p>{code.label}</p>
          {note && <p>{note}</p>}
          <span className="soft small">
            {stages.map((stage) => t(`sent.stage.${stage}`)).join(', ')} — {momentOf(at, lang)}
          </span>
        </Notice>
      ))}
    </Card>
  );
}

function Answer({ view, one, may }: FeedbackProps & { readonly one: Feedback }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <article className="stack">
      <div className="row">
        <strong>{one.code.label}</strong>
        {one.proposed && <Tag tone="warn">{t('sent.proposed')}</Tag>}
        {one.loopClosedAt && <Tag>{t('sent.loopClosed')}</Tag>}
      </div>
      {one.message && <p>{one.message}</p>}
      {one.offered && (
        <p>
          {t('sent.offered')}: {one.offered.map(({ label }) => label).join(', ')}
          {one.takenUp && ` — ${t('sent.takenUp')}: ${one.takenUp.label}`}
        </p>
      )}
      <span className="soft small">
        {nameOf(one.from)}, {momentOf(one.at, lang)}
      </span>
      {one.acknowledgedAt && (
        <span className="soft small">
          {t('feedback.acknowledged', { at: momentOf(one.acknowledgedAt, lang) })}
        </span>
      )}
      <OpenActs view={view} one={one} may={may} />
    </article>
  );
}

function OpenActs({ view, one, may }: FeedbackProps & { readonly one: Feedback }) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  if (one.proposed) {
    if (!may('referral.release-feedback')) return null;
    const release = (back: () => void) => <Release view={view} one={one} onBack={back} />;
    return <Acts acts={[{ code: 'release', label: t('sent.release'), form: release }]} />;
  }
  if (one.acknowledgedAt || one.loopClosedAt) return null;
  // Whoever wrote it has nothing to acknowledge.
  if (may('referral.acknowledge') && me && me.agency !== one.from)
    return <Acknowledge view={view} one={one} />;
  if (!may('referral.close-loop')) return null;
  const end = (back: () => void) => <CloseLoop view={view} one={one} onBack={back} />;
  return <Acts acts={[{ code: 'close-loop', label: t('sent.closeLoop'), form: end }]} />;
}

function Acknowledge({ view, one }: { readonly view: View; readonly one: Feedback }) {
  const { t } = useTranslation();
  const doing = useAct(acknowledgeFeedback, aboutReferral(view.id));
  const path = { referralId: view.id, number: one.number };
  return (
    <div>
      <Button look="first" pending={doing.isPending} onPress={() => doing.act({ path })}>
        {t('feedback.acknowledge')}
      </Button>
      {doing.error && <Failed error={doing.error} />}
    </div>
  );
}
