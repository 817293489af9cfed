import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { findSlots } from '../../shared/contract/slots.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Blockers } from './blockers.tsx';
import { Calendar } from './calendar.tsx';
import { Chosen } from './chosen.tsx';
import { ProposalList } from './proposal-list.tsx';
import { asQuery, emptySearch, type Search } from './search.ts';
import { Sought } from './sought.tsx';
import { standing, useVisit } from './use-visit.ts';

/** A proposal is signed for a quarter of an hour: they are looked for anew before that. */
const ANEW_MS = 600_000;

/** Finding a time: proposals in a calendar and as a list; where there is none, what prevents it. */
export function Times() {
  const { t } = useTranslation();
  const [asked] = useSearchParams();
  const purpose = asked.get('purpose') === 'planning-meeting' ? 'planning-meeting' : 'visit';
  const [search, setSearch] = useState<Search>({ ...emptySearch, purpose });
  return (
    <>
      <Card title={t('visit.search.title')}>
        <Sought search={search} onChange={setSearch} />
      </Card>
      <Found search={search} onChange={setSearch} key={JSON.stringify(search)} />
    </>
  );
}

interface FoundProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

function Found({ search, onChange }: FoundProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { visit, path } = useVisit();
  const query = asQuery(search);
  const read = useRead(['slots', visit.id, query], findSlots, { path, query }, { every: ANEW_MS });
  // By its start: looked for anew, the same time has another signature.
  const [start, choose] = useState<string>();
  const live = standing(visit, search.purpose);
  return (
    <>
      {live && <Notice tone="warn">{t('visit.move.lead')}</Notice>}
      <Read of={read}>
        {({ items, dueAt, blockers, helps }) => (
          <>
            {items.length > 0 && (
              <Card title={t('visit.found.calendar')}>
                <p>
                  {t('visit.found.lead', { number: items.length, at: momentOf(dueAt, lang) })}{' '}
                  <span className="soft">{t('visit.found.keys')}</span>
                </p>
                <Calendar slots={items} chosen={start} onChoose={choose} />
              </Card>
            )}
            {items
              .filter((slot) => slot.start === start)
              .slice(0, 1)
              .map((slot) => (
                <Chosen
                  key={slot.start}
                  slot={slot}
                  live={live}
                  onAgain={() => void read.refetch()}
                />
              ))}
            {items.length > 0 && (
              <Card title={t('visit.found.list')}>
                <ProposalList slots={items} chosen={start} onChoose={choose} />
              </Card>
            )}
            <Blockers
              blockers={blockers}
              helps={helps}
              none={items.length === 0}
              search={search}
              onChange={onChange}
            />
          </>
        )}
      </Read>
    </>
  );
}
