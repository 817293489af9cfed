import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWatched } from '../../shared/contract/oversight.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useHub } from '../api/use-hub.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { Pick } from '../design/components/pick.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

/** What else is watched: one list at a time, the oldest entry first. */
export function Watched() {
  const { t } = useTranslation();
  const lists = useCodes('watchedLists');
  const [list, choose] = useState('');
  return (
    <section className="card" aria-labelledby="watched">
      <h2 id="watched">{t('oversight.watched')}</h2>
      <Pick
        label={t('oversight.which')}
        none={t('steps.choose')}
        options={lists}
        value={list}
        onChange={choose}
      />
      {list && <Entries list={list} />}
    </section>
  );
}

function Entries({ list }: { readonly list: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const nameOf = useAgencyNames();
  const { data, error } = useQuery({
    queryKey: ['watched', list],
    queryFn: async () => (await call(listWatched, { path: { list } })).body.items,
  });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  if (data.length === 0) return <p>{t('oversight.empty')}</p>;
  return (
    <ul className="lines">
      {data.map(({ subject, number, at, agency }) => (
        <li key={`${subject.id} ${number}`} className="line">
          <span>{nameOf(agency as AgencyId | undefined) ?? subject.id}</span>
          <time className="soft small" dateTime={at}>
            {momentOf(at, lang)}
          </time>
        </li>
      ))}
    </ul>
  );
}
