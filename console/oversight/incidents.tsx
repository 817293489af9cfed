import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listWatched } from '../../shared/contract/oversight.ts';
import { usePages } from '../api/use-pages.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Page } from '../design/components/page.tsx';
import { DataParts } from './data-parts.tsx';
import { useWhen } from './use-when.ts';

const LIST = 'incidents';

/** Data incidents whose time for notification runs, and the way to report one. */
export function Incidents() {
  const { t } = useTranslation();
  const when = useWhen();
  const pages = usePages(['oversight', 'watched', LIST], listWatched, {}, { list: LIST });
  return (
    <Page title={t('oversight.incidents.title')} lead={t('oversight.incidents.lead')}>
      <DataParts />
      <div>
        <LinkButton look="first" to="/app/oversight/incidents/new">
          {t('oversight.incidents.new')}
        </LinkButton>
      </div>
      <Listing
        pages={pages}
        none={{ title: t('oversight.incidents.none'), lead: t('oversight.incidents.noneLead') }}
        line={({ number, at }) => (
          <li key={number}>
            <Link className="line" to={`/app/oversight/incidents/${number}`} data-tone="danger">
              <strong>{t('oversight.incidents.one', { number })}</strong>
              <time className="soft small" dateTime={at}>
                {when.both(at)}
              </time>
            </Link>
          </li>
        )}
      />
      <ByNumber />
    </Page>
  );
}

/** Those that were notified have left the list; they are there by their number. */
function ByNumber() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [number, setNumber] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (/^[1-9]\d*$/.test(number.trim())) void go(`/app/oversight/incidents/${number.trim()}`);
  };
  return (
    <search>
      <form className="search" onSubmit={open}>
        <Field
          short
          label={t('oversight.incidents.byNumber')}
          value={number}
          onChange={setNumber}
          maxLength={8}
        />
        <Button type="submit">{t('oversight.incidents.open')}</Button>
      </form>
    </search>
  );
}
