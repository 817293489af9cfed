import { hubNow } from '../words/hub-clock.ts';
import './centre.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { type CentreDay, centreDay } from '../../shared/contract/centre-day.ts';
import { useMembership } from '../api/use-membership.ts';
import { useNews } from '../api/use-news.ts';
import { useRead } from '../api/use-read.ts';
import { NotThere } from '../app/not-there.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Waiting } from '../design/components/states.tsx';
import { dayInWords, dayOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { isDay } from './board.ts';
import { BoardTable } from './board-table.tsx';
import { BoardTimeline } from './board-timeline.tsx';
import { DayPicker } from './day-picker.tsx';
import { Movements } from './movements.tsx';
import { Separation } from './separation.tsx';
import { VisitsOfDay } from './visits-of-day.tsx';

export type Day = z.output<typeof CentreDay>;

/** The centre's day: who is in which room, who comes and goes, who must not meet. */
export function DayBoard() {
  const { data } = useMembership();
  if (!data) return <Waiting />;
  return data.kind === 'child-centre' ? <Board agency={data.agency} /> : <NotThere />;
}

function Board({ agency }: { readonly agency: Day['agency'] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [query, setQuery] = useSearchParams();
  const asked = query.get('day');
  const today = dayOf(hubNow());
  const day = isDay(asked) ? asked : today;
  const go = (to: string) => setQuery(to === today ? {} : { day: to }, { replace: true });
  const it = useRead(['centre', agency, day], centreDay, { path: { agencyId: agency, day } });
  useNews(['centre', agency]);
  return (
    <Page title={t('centre.board')} lead={dayInWords(day, lang)} wide>
      <div className="row no-print">
        <DayPicker day={day} today={today} onGo={go} />
        <LinkButton to="/app/centre/people">{t('centre.people.title')}</LinkButton>
      </div>
      <Read of={it}>{(shown) => <Shown day={shown} />}</Read>
    </Page>
  );
}

function Shown({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  return (
    <>
      <VisitsOfDay day={day} />
      <Separation day={day} />
      <Card title={t('centre.rooms')}>
        <BoardTable day={day} />
        <BoardTimeline day={day} />
      </Card>
      <Movements day={day} />
    </>
  );
}
