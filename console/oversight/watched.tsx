import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { listWatched, type WatchedLine } from '../../shared/contract/oversight.ts';
import { useAgencyNames, useCodes, useMunicipalities, word } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { CheckIt } from './check-it.tsx';
import { useRecordNames } from './record-names.ts';
import { useWhen } from './use-when.ts';
import { placeOf } from './where-to.ts';

export type Watched = z.output<typeof WatchedLine>;

const MOST = 50;

/** One list of what is watched, the oldest first, with what to do about it. */
export function WatchedList() {
  const { t } = useTranslation();
  const list = useParams().list ?? '';
  const title = word(useCodes('watchedLists'), list);
  const pages = usePages(['oversight', 'watched', list], listWatched, { limit: MOST }, { list });
  return (
    <Page
      title={title === list ? t('oversight.watched.one') : title}
      lead={t(`oversight.watched.todo.${list}`, { defaultValue: '' })}
      wide
    >
      <Listing
        pages={pages}
        none={{ title: t('oversight.watched.none'), lead: t('oversight.watched.noneLead') }}
        line={(line) => (
          <WatchedEntry key={`${line.subject.id} ${line.number}`} list={list} line={line} />
        )}
      />
      <div className="no-print">
        <LinkButton to="/app/oversight/watched">{t('oversight.watched.title')}</LinkButton>
      </div>
    </Page>
  );
}

function WatchedEntry({ list, line }: { readonly list: string; readonly line: Watched }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const recordName = useRecordNames();
  const said = useCodeWords(list, line.codes);
  const to = placeOf(list, line);
  const { subject, agency, at } = line;
  return (
    <Entry
      title={recordName(subject)}
      tone="warn"
      tags={said.map((one) => <Tag key={one}>{one}</Tag>)}
      said={[nameOf(agency), when.both(at)].filter(Boolean).join(' · ')}
    >
      {to && (
        <div>
          <LinkButton to={to}>{t('oversight.watched.open')}</LinkButton>
        </div>
      )}
      <CheckIt list={list} line={line} />
    </Entry>
  );
}

/** The code list in which a list’s codes have their words. */
const REASONS: Readonly<Record<string, string>> = {
  'unmet-needs': 'rejectionReasons',
  waivers: 'waiverReasons',
  holds: 'erasureHolds',
  'sharing-overrides': 'sharingOverrideReasons',
  'waiting-visits': 'waitingReasons',
  'declined-interviews': 'declineReasons',
};
const KINDS: Readonly<Record<string, string>> = {
  'unmet-needs': 'taskKinds',
  statements: 'statementKinds',
};

function useCodeWords(list: string, { kind, reason, municipality }: Watched['codes']): string[] {
  const kinds = useCodes(KINDS[list] ?? '');
  const reasons = useCodes(REASONS[list] ?? '');
  const places = useMunicipalities();
  return [
    kind && KINDS[list] && word(kinds, kind),
    reason && REASONS[list] && word(reasons, reason),
    municipality && word(places, municipality),
  ].filter((one) => typeof one === 'string' && one !== '') as string[];
}
