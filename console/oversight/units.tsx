import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { UnitLine } from '../../shared/contract/oversight-units.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Page } from '../design/components/page.tsx';
import { Empty, Failed, Waiting } from '../design/components/states.tsx';
import { Table } from '../design/components/table.tsx';
import { useUnits, WhichWeek } from './which-week.tsx';

type Unit = z.output<typeof UnitLine>;

/** How the units fare: never who of their people does what. */
export function Units() {
  const { t } = useTranslation();
  const { pages, ...which } = useUnits();
  const { items, isFirst, error, more, again } = pages;
  return (
    <Page title={t('oversight.units.title')} lead={t('oversight.units.lead')} wide>
      <WhichWeek {...which} />
      {isFirst && <Waiting />}
      {error && <Failed error={error} onAgain={again} />}
      {!isFirst && !error && items.length === 0 && (
        <Empty title={t('oversight.units.none')}>
          <p>{t('oversight.units.noneLead')}</p>
        </Empty>
      )}
      {items.length > 0 && <Compared units={items} />}
      {more && (
        <div>
          <Button onPress={more}>{t('oversight.units.more')}</Button>
        </div>
      )}
      <Card title={t('oversight.units.counted')}>
        <ul>
          {(t('oversight.units.how', { returnObjects: true }) as string[]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <div>
        <LinkButton to="/app/oversight/misses">{t('oversight.misses.title')}</LinkButton>
      </div>
    </Page>
  );
}

function Compared({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const length = useLength();
  const worstFirst = units.toSorted(
    (a, b) => b.overdue - a.overdue || b.unanswered - a.unanswered || b.received - a.received,
  );
  return (
    <Table
      caption={t('oversight.units.title')}
      columns={[
        t('oversight.units.unit'),
        t('oversight.units.overdue'),
        t('oversight.units.unanswered'),
        t('oversight.units.open'),
        t('oversight.units.received'),
        t('oversight.units.accepted'),
        t('oversight.units.inTime'),
        t('oversight.units.median'),
      ]}
      rows={worstFirst.map((unit) => ({
        key: unit.agency,
        tone: unit.overdue > 0 ? 'danger' : undefined,
        cells: [
          nameOf(unit.agency),
          unit.overdue,
          unit.unanswered,
          unit.open,
          unit.cut ? `${unit.received}+` : unit.received,
          unit.accepted,
          unit.inTime,
          length(unit.medianMinutes),
        ],
      }))}
    />
  );
}

const HOUR = 60;

/** “25 min”, “3 h 10 min”; a dash where nobody has answered. */
function useLength() {
  const { t } = useTranslation();
  return (minutes: number | undefined): string => {
    if (minutes === undefined) return '—';
    if (minutes < HOUR) return t('oversight.units.minutes', { minutes });
    const hours = Math.floor(minutes / HOUR);
    return t('oversight.units.hours', { hours, minutes: minutes % HOUR });
  };
}
