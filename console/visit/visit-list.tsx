import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { listVisits } from '../../shared/contract/visit-list.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { OneOf } from '../design/components/choice.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { BookingSaid } from './booking-said.tsx';
import { waitsForUs } from './waits.ts';

type Line = z.output<(typeof listVisits)['answers'][200]>['items'][number];
type State = 'open' | 'ended';

/** The visits this agency has a part in: what waits for its answer first, then by deadline. */
export function VisitList() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<State>('open');
  useNews(['visits']);
  const pages = usePages(['visits'], listVisits, { status });
  const options = (['open', 'ended'] as const).map((value) => ({
    value,
    label: t(`visit.list.${value}`),
  }));
  const items = status === 'open' ? waitsForUs(pages.items) : pages.items;
  return (
    <Page title={t('visit.list.title')} lead={t('visit.list.lead')} wide>
      <OneOf
        row
        label={t('visit.list.which')}
        options={options}
        value={status}
        onChange={setStatus}
      />
      <Listing
        pages={{ ...pages, items }}
        none={{ title: t('visit.list.none'), lead: t('visit.list.noneLead') }}
        line={(line) => <VisitLine key={line.id} line={line} />}
      />
    </Page>
  );
}

function VisitLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const { id, status, deadline, site, bookings } = line;
  const due = new Date(deadline.dueAt);
  const asked = bookings.some(({ own }) => own === 'asked');
  const tone = due < now ? 'danger' : asked || deadline.tier === 0 ? 'warn' : undefined;
  return (
    <li>
      <Link className="line" to={`/app/visits/${id}`} data-tone={tone}>
        <span className="stack" data-gap="none">
          <strong>{nameOf(site)}</strong>
          {bookings.length === 0 && <span>{t('visit.said.noTime')}</span>}
          {bookings.map((booking) => (
            <BookingSaid key={booking.id} booking={booking} />
          ))}
        </span>
        <span className="row">
          {asked && <Tag tone="warn">{t('visit.list.ours')}</Tag>}
          <Tag>{status.label}</Tag>
        </span>
        <time className="soft small" dateTime={deadline.dueAt}>
          {t(due < now ? 'visit.list.late' : 'visit.list.due', {
            at: momentOf(deadline.dueAt, lang, now),
            away: awayFrom(deadline.dueAt, lang, now),
          })}
        </time>
      </Link>
    </li>
  );
}
