import { useTranslation } from 'react-i18next';
import { listDutyGaps } from '../../shared/contract/oversight-units.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { OnDuty } from './on-duty.tsx';
import { useWhen } from './use-when.ts';

const MOST = 100;

/** Where nobody will be on duty, the nearest first: there is still time to put somebody down. */
export function DutyGaps() {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const gaps = useRead(['oversight', 'gaps'], listDutyGaps, { query: { limit: MOST } });
  return (
    <Read of={gaps}>
      {({ items }) => (
        <Entries
          of={items.toSorted((a, b) => a.from.localeCompare(b.from))}
          none={t('oversight.gaps.none')}
          line={({ agency, from, to, found, toldAt }) => (
            <Entry
              key={`${agency} ${from} ${found}`}
              title={nameOf(agency)}
              tags={
                <Tag tone={found === 'now' ? 'danger' : 'warn'}>
                  {t(found === 'now' ? 'oversight.gaps.now' : 'oversight.gaps.ahead')}
                </Tag>
              }
              tone={found === 'now' ? 'danger' : 'warn'}
              said={t('oversight.gaps.told', { at: when.at(toldAt) })}
            >
              <p>
                {to
                  ? t('oversight.gaps.fromTo', { from: when.both(from), to: when.at(to) })
                  : t('oversight.gaps.from', { from: when.both(from) })}
              </p>
              <div className="no-print">
                <OnDuty agency={agency} />
              </div>
            </Entry>
          )}
        />
      )}
    </Read>
  );
}

/** The same, by itself. */
export function DutyGapsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('oversight.gaps.title')} lead={t('oversight.gaps.lead')}>
      <DutyGaps />
    </Page>
  );
}
