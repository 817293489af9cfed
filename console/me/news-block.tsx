import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type FeedItem, readFeed } from '../../shared/contract/feed.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Tag } from '../design/components/notice.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { eventInWords } from '../words/events.ts';
import { awayFrom, momentOf } from '../words/moments.ts';
import { receiptOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { pageOf } from './subject-page.ts';

type Item = z.output<typeof FeedItem>;

interface BlockProps {
  /** The numbers of the feed it shows: beyond the first, up to the second. */
  readonly after: number;
  readonly to: number;
  /** What is beyond this number is new to whoever looks. */
  readonly seen: number;
}

/** A part of the feed, newest first. */
export function NewsBlock({ after, to, seen }: BlockProps) {
  const query = { after, limit: Math.max(1, to - after) };
  const { data, error, refetch } = useRead(['news', after, to], readFeed, { query });
  if (error) return <li>{<Failed error={error} onAgain={() => void refetch()} />}</li>;
  if (!data) {
    return (
      <li>
        <Waiting />
      </li>
    );
  }
  return data.items
    .toReversed()
    .map((item) => <NewsLine key={item.sequence} item={item} isNew={item.sequence > seen} />);
}

function NewsLine({ item, isNew }: { readonly item: Item; readonly isNew: boolean }) {
  const { subject, type, urgency } = item;
  const to = pageOf({ ...subject, type });
  const tone = urgency === 'urgent' ? 'danger' : undefined;
  const said = <Said item={item} isNew={isNew} />;
  if (!to) {
    return (
      <li className="line" data-tone={tone}>
        {said}
      </li>
    );
  }
  return (
    <li>
      <Link className="line" to={to} data-tone={tone}>
        {said}
      </Link>
    </li>
  );
}

/** Numbers, kinds and times only: who and what it is about stands on its own page. */
function Said({ item, isNew }: { readonly item: Item; readonly isNew: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const urgencies = useCodes('urgencies');
  const { type, subject, at, deadline, urgency } = item;
  return (
    <>
      <strong>{eventInWords(type, lang)}</strong>
      <span className="row">
        {isNew && <Tag tone="good">{t('me.news.new')}</Tag>}
        {urgency && (
          <Tag tone={urgency === 'urgent' ? 'danger' : 'plain'}>{word(urgencies, urgency)}</Tag>
        )}
      </span>
      <span className="soft small">
        {subject.kind === 'referral' && `${receiptOf(subject.id)} · `}
        <time dateTime={at}>{momentOf(at, lang, now)}</time>
      </span>
      {deadline && (
        <time className="soft small" dateTime={deadline}>
          {t(new Date(deadline) < now ? 'tasks.late' : 'tasks.due', {
            at: momentOf(deadline, lang, now),
            away: awayFrom(deadline, lang, now),
          })}
        </time>
      )}
    </>
  );
}
