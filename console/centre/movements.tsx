import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Table } from '../design/components/table.tsx';
import type { Day } from './day-board.tsx';
import { together } from './together.ts';
import { useClock, useNumbers } from './use-numbers.ts';

/** Who comes and who goes, in the order of the day: those who come together in one line. */
export function Movements({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const clock = useClock();
  const numberOf = useNumbers(day);
  const nameOf = useAgencyNames();
  if (day.movements.length === 0) return null;
  return (
    <Card title={t('centre.moves.title')}>
      <Table
        caption={t('centre.moves.title')}
        columns={[t('centre.moves.at'), t('centre.moves.way'), t('centre.moves.who')]}
        rows={together(day.movements).map(({ key, at, way, visit, parties }) => ({
          key,
          cells: [
            clock(at),
            t(`centre.moves.${way}`),
            <div key="who">
              <span className="soft small">{numberOf(visit)}</span>
              <ul className="plain">
                {parties.map(({ who, agency, name, video }) => (
                  <li key={`${who.code} ${agency ?? ''}`}>
                    {who.label}
                    {name && `: ${name}`}
                    {agency && agency !== day.agency && (
                      <span className="soft small"> — {nameOf(agency)}</span>
                    )}
                    {video && <span className="soft small"> ({t('centre.moves.video')})</span>}
                  </li>
                ))}
              </ul>
            </div>,
          ],
        }))}
      />
    </Card>
  );
}
