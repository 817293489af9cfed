import './duty.css';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { RosterView } from '../../shared/contract/duty.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Empty } from '../design/components/states.tsx';
import { awayFrom, dayInWords, momentOf, timeOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { namesOf, Reached } from './reached.tsx';
import { useRoster } from './use-roster.ts';
import { running, type Stretch, weekOf } from './week.ts';

export type Roster = z.output<typeof RosterView>;

/** Who answers now and in the coming week, and when nobody does. */
export function DutyPage() {
  const { t } = useTranslation();
  const { isKeeper, read, none, me } = useRoster();
  return (
    <Page title={t('duty.title')} lead={t('duty.lead')} wide>
      <div className="row">
        <LinkButton look="first" to="/app/duty/intake">
          {t('duty.takeCall')}
        </LinkButton>
        <LinkButton to="/app/duty/hand-over">{t('duty.handOver')}</LinkButton>
        {isKeeper && <LinkButton to="/app/duty/roster">{t('duty.change')}</LinkButton>}
      </div>
      {none && (
        <Empty title={t('duty.noRoster')}>
          <p>{t('duty.noRosterLead')}</p>
        </Empty>
      )}
      {me && !isKeeper && <Notice>{t('duty.notYours')}</Notice>}
      {isKeeper && !none && <Read of={read}>{(roster) => <Whole roster={roster} />}</Read>}
    </Page>
  );
}

function Whole({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  return (
    <>
      <Gaps roster={roster} />
      <Now roster={roster} />
      <Week roster={roster} />
      <Card title={t('duty.others')}>
        <Facts
          facts={[
            { name: t('duty.head'), value: roster.head && <Reached {...roster.head} /> },
            { name: t('duty.desk'), value: roster.desk },
            {
              name: t('duty.headMissing'),
              value: roster.head ? undefined : t('duty.headMissingLead'),
            },
          ]}
        />
      </Card>
    </>
  );
}

/** Gaps that are near are an alarm: somebody has to be found. */
function Gaps({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  if (roster.gaps.length === 0) return null;
  return (
    <Notice tone="danger" title={t('duty.gaps')} live>
      <ul>
        {roster.gaps.map(({ from, to }) => (
          <li key={from}>
            {to
              ? t('duty.gapUntil', {
                  from: momentOf(from, lang, now),
                  away: awayFrom(from, lang, now),
                  to: momentOf(to, lang, now),
                })
              : t('duty.gapOpen', {
                  from: momentOf(from, lang, now),
                  away: awayFrom(from, lang, now),
                })}
          </li>
        ))}
      </ul>
      <p>{t('duty.gapInstead')}</p>
    </Notice>
  );
}

function Now({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const on = running(roster.shifts, now.getTime());
  if (on.length === 0) return <Notice tone="danger" title={t('duty.nobodyNow')} live />;
  return (
    <Card title={t('duty.now')}>
      <ul className="lines">
        {on.map((shift) => {
          const person = roster.people[shift.person];
          return (
            <li key={`${shift.person} ${shift.from}`} className="line">
              <strong>{person && <Reached {...person} />}</strong>
              <span className="soft small">
                {t('duty.until', { at: momentOf(shift.to, lang, now) })}
              </span>
              {person?.deputy && (
                <span className="small">
                  {t('duty.deputy')}: <Reached {...person.deputy} />
                </span>
              )}
              {shift.car && (
                <span className="soft small">{t('duty.carIs', { car: shift.car })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Week({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  return (
    <Card title={t('duty.week')}>
      <ol className="duty-week">
        {weekOf(roster.shifts, now).map(({ day, stretches }) => (
          <li key={day} className="duty-day">
            <h3>{dayInWords(day, lang)}</h3>
            <ul className="duty-shifts">
              {stretches.map((stretch) => (
                <OnDuty key={stretch.from} stretch={stretch} roster={roster} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface OnDutyProps {
  readonly stretch: Stretch;
  readonly roster: Roster;
}

function OnDuty({ stretch, roster }: OnDutyProps) {
  const { t } = useTranslation();
  const end = timeOf(stretch.to);
  const isEmpty = stretch.shifts.length === 0;
  return (
    <li className="duty-shift" data-tone={isEmpty ? 'danger' : undefined}>
      <span>
        {timeOf(stretch.from)}–{end === '00:00' ? '24:00' : end}
      </span>{' '}
      <strong>{isEmpty ? t('duty.nobody') : namesOf(stretch.shifts, roster.people)}</strong>
    </li>
  );
}
