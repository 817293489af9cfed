import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Day } from './day-board.tsx';
import { useClock, useNumbers } from './use-numbers.ts';

type Row = Day['rows'][number];

/** The same on a telephone: what is taken, place by place, one time under the other. */
export function BoardTimeline({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const busy = day.rows.filter(({ taken, closed }) => taken.length > 0 || closed);
  const free = day.rows.filter(({ taken, closed }) => taken.length === 0 && !closed);
  return (
    <div className="board-narrow stack">
      {busy.map((row, place) => (
        <Place key={row.resource ?? `${row.kind.code} ${place}`} day={day} row={row} />
      ))}
      {free.length > 0 && (
        <p className="soft small">
          {t('centre.free', { names: free.map((row) => row.name ?? row.kind.label).join(', ') })}
        </p>
      )}
    </div>
  );
}

function Place({ day, row }: { readonly day: Day; readonly row: Row }) {
  const { t } = useTranslation();
  const clock = useClock();
  const numberOf = useNumbers(day);
  return (
    <section className="stack" data-gap="small">
      <h3>{row.name ?? row.kind.label}</h3>
      {row.closed && <p>{t('centre.closed', { because: row.closed.label })}</p>}
      <ul className="timeline">
        {row.taken.map(({ from, to, state, visit, purpose, role, elsewhere }) => {
          const number = numberOf(visit, purpose);
          const said = number ?? t(elsewhere ? 'centre.elsewhere' : 'centre.taken');
          return (
            <li key={from} data-state={state}>
              <span>
                {clock(from)}–{clock(to)}
              </span>{' '}
              {visit && number ? <Link to={`/app/centre/visits/${visit}`}>{said}</Link> : said}
              {role && `, ${role.label}`}{' '}
              <span className="soft small">{t(`centre.states.${state}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
