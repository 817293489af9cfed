import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addNews } from '../../shared/contract/additions.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { DangerNow } from '../referral/danger-now.tsx';
import { hubNow } from '../words/hub-clock.ts';
import { aboutReferral } from './frame.tsx';
import { EMPTY_NEWS, isWritten, type News, newsBody } from './news-draft.ts';

/** News of a child that is known already: a sentence, and only what is new. */
export function AddNews({ referralId }: { readonly referralId: ReferralId }) {
  const { t } = useTranslation();
  const [news, setNews] = useState<News>(EMPTY_NEWS);
  const [became, setBecame] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<News>) => setNews((before) => ({ ...before, ...part }));
  const doing = useAct(addNews, aboutReferral(referralId), (receipt) => {
    setNews(EMPTY_NEWS);
    setBecame(receipt.became?.id);
  });
  const add = () => {
    setMissing(!isWritten(news));
    if (isWritten(news)) doing.act({ path: { referralId }, body: newsBody(news, hubNow()) });
  };
  return (
    <Card title={t('sent.addNews')}>
      {became && (
        <Notice tone="warn" title={t('sent.becameViolence')} live>
          <Link to={`/app/referrals/${became}`}>{t('receipt.follow')}</Link>
        </Notice>
      )}
      <ActForm doing={doing} does={t('sent.add')} onDo={add}>
        <Field
          long
          required
          label={t('sent.whatIsNew')}
          hint={t('sent.whatIsNewHint')}
          value={news.narrative}
          onChange={(narrative) => change({ narrative })}
          error={isMissing ? t('needed.worryMissing') : doing.wrong('/narrative')}
          maxLength={8000}
        />
        <DangerNow
          row
          value={news.danger}
          onChange={(danger) => change({ danger })}
          error={doing.wrong('/immediateDanger')}
        />
        <MoreNews news={news} change={change} wrong={doing.wrong} />
      </ActForm>
    </Card>
  );
}

interface MoreProps {
  readonly news: News;
  readonly change: (part: Partial<News>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

/** What else may be new; left as it is, nothing is stated. */
function MoreNews({ news, change, wrong }: MoreProps) {
  const { t } = useTranslation();
  const forms = useCodes('forms');
  return (
    <details className="fold">
      <summary>{t('sent.moreNews')}</summary>
      <div className="stack">
        <Field
          label={t('needed.where')}
          hint={t('needed.whereHint')}
          value={news.where}
          onChange={(where) => change({ where })}
          error={wrong('/child/whereabouts/childNow/where')}
          maxLength={300}
        />
        <Field
          short
          type="time"
          label={t('needed.until')}
          value={news.until}
          onChange={(until) => change({ until })}
        />
        <Field
          long
          label={t('happened.words')}
          hint={t('happened.wordsHint')}
          value={news.childsWords}
          onChange={(childsWords) => change({ childsWords })}
          error={wrong('/childsOwnWords')}
          maxLength={4000}
        />
        <OneOf
          row
          label={t('happened.injury')}
          options={(['yes', 'no', 'unknown'] as const).map((value) => ({
            value,
            label: t(`yesNo.${value}`),
          }))}
          value={news.injury}
          onChange={(injury) => change({ injury })}
        />
        <ManyOf
          label={t('happened.forms')}
          options={forms}
          value={news.forms}
          onChange={(chosen) => change({ forms: chosen })}
        />
        <Field
          label={t('sent.caller')}
          hint={t('sent.callerHint')}
          value={news.caller}
          onChange={(caller) => change({ caller })}
          error={wrong('/reporter/name')}
          maxLength={150}
        />
        <Field
          short
          type="tel"
          label={t('needed.phone')}
          value={news.phone}
          onChange={(phone) => change({ phone })}
          error={wrong('/reporter/phone')}
        />
      </div>
    </details>
  );
}
