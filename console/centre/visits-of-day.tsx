import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodes, word } from '../api/use-lists.ts';
import { Tag } from '../design/components/notice.tsx';
import { Empty } from '../design/components/states.tsx';
import type { Day } from './day-board.tsx';
import { useClock, useNumbers } from './use-numbers.ts';

type Visit = Day['visits'][number];

/** The visits and meetings of the day, each with how far it is prepared. */
export function VisitsOfDay({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  if (day.visits.length === 0) {
    return (
      <Empty title={t('centre.none')}>
        <p>{t('centre.noneLead')}</p>
      </Empty>
    );
  }
  return (
    <section className="stack" aria-labelledby="visits">
      <h2 id="visits">{t('centre.visits')}</h2>
      <ul className="lines">
        {day.visits.map((visit) => (
          <Line key={`${visit.id} ${visit.purpose}`} day={day} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function Line({ day, visit }: { readonly day: Day; readonly visit: Visit }) {
  const { t } = useTranslation();
  const clock = useClock();
  const numberOf = useNumbers(day);
  const parts = useCodes('visitParts');
  const { id, purpose, start, end, state, status, preparation, expiresAt } = visit;
  const tone = preparation && !preparation.ready ? 'warn' : undefined;
  return (
    <li>
      <Link className="line" to={`/app/centre/visits/${id}`} data-tone={tone}>
        <strong>
          {numberOf(id, purpose)}: {clock(start)}–{clock(end)} {t(`centre.purposes.${purpose}`)}
        </strong>
        <span className="row">
          {expiresAt ? (
            <Tag tone="warn">{t('centre.heldUntil', { at: clock(expiresAt) })}</Tag>
          ) : (
            <Tag>{status.code === 'under-way' ? status.label : state.label}</Tag>
          )}
          {preparation && (
            <Tag tone={preparation.ready ? 'good' : 'warn'}>
              {preparation.ready
                ? t('centre.ready')
                : t('centre.notReady', { open: preparation.open })}
            </Tag>
          )}
        </span>
        <span className="soft small">
          {visit.parts
            .map(
              ({ part, start: from, end: to }) =>
                `${clock(from)}–${clock(to)} ${word(parts, part)}`,
            )
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}
