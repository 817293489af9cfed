import { useTranslation } from 'react-i18next';
import { listWatched } from '../../shared/contract/oversight.ts';
import { listDutyGaps } from '../../shared/contract/oversight-units.ts';
import { useRead } from '../api/use-read.ts';
import { Figures } from '../design/components/figures.tsx';

const MOST = 100;

interface BoardFiguresProps {
  readonly waiting: readonly { readonly overdue: boolean }[];
  readonly more: boolean;
  readonly known: boolean;
}

/** How it stands, in four numbers. */
export function BoardFigures({ waiting, more, known }: BoardFiguresProps) {
  const { t } = useTranslation();
  const late = waiting.filter(({ overdue }) => overdue).length;
  const gaps = useRead(['oversight', 'gaps'], listDutyGaps, { query: { limit: MOST } });
  const glass = useRead(['oversight', 'watched', 'break-glass'], listWatched, {
    path: { list: 'break-glass' },
    query: { limit: MOST },
  });
  const [missing, looks] = [gaps.data, glass.data];
  return (
    <Figures
      label={t('oversight.inNumbers')}
      of={[
        {
          label: t('oversight.figures.late'),
          count: known ? late : undefined,
          tone: late > 0 ? 'danger' : 'good',
          to: '/app/oversight/escalations',
        },
        {
          label: t('oversight.figures.waiting'),
          count: known ? counted(waiting.length, more) : undefined,
          tone: waiting.length > 0 ? 'warn' : 'good',
          to: '/app/oversight/units',
        },
        {
          label: t('oversight.figures.gaps'),
          count: missing && counted(missing.items.length, missing.next),
          tone: missing && missing.items.length > 0 ? 'warn' : 'good',
          to: '/app/oversight/duty-gaps',
        },
        {
          label: t('oversight.figures.looks'),
          count: looks && counted(looks.items.length, looks.next),
          tone: looks && looks.items.length > 0 ? 'warn' : 'good',
          to: '/app/oversight/watched/break-glass',
        },
      ]}
    />
  );
}

const counted = (count: number, more: unknown): string => (more ? `${count}+` : String(count));
