import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type PlanningView, plannings } from '../../shared/contract/visits.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { BookingSaid } from './booking-said.tsx';
import { HoldMeeting } from './hold-meeting.tsx';
import { standing, useVisit } from './use-visit.ts';

type Meeting = z.output<typeof PlanningView>;
const BEFORE = ['planning', 'held', 'booked'];

/** The planning meeting: its time, and what was decided when it was held. */
export function MeetingCard() {
  const { t } = useTranslation();
  const { visit, may, path } = useVisit();
  const read = useRead(['visit', visit.id, 'plannings'], plannings, { path });
  const booking = standing(visit, 'planning-meeting');
  const isAhead = BEFORE.includes(visit.status.code);
  const waitsFor = (booking?.agencies ?? [])
    .filter(({ state }) => state === 'asked')
    .map(({ agency }) => agency);
  return (
    <Card title={t('visit.meeting.title')}>
      {booking && <BookingSaid booking={{ ...booking, waitsFor }} />}
      <Read of={read}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{t('visit.meeting.none')}</p>}
            {items.map((meeting) => (
              <Held key={meeting.number} meeting={meeting} />
            ))}
          </>
        )}
      </Read>
      {isAhead && may('visit.plan') && (
        <Acts
          acts={[
            {
              code: 'hold',
              label: t('visit.meeting.hold'),
              form: (back) => <HoldMeeting onBack={back} />,
            },
          ]}
        />
      )}
      {isAhead && !booking && may('interview.plan') && (
        <div>
          <LinkButton to={`/app/visits/${visit.id}/times?purpose=planning-meeting`}>
            {t('visit.meeting.find')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function Held({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const roles = useCodes('visitRoles');
  const { heldAt, attendance, decisions } = meeting;
  return (
    <div className="stack">
      <h3>{t('visit.meeting.heldAt', { at: momentOf(heldAt, lang) })}</h3>
      <p className="small">
        {attendance
          .map(({ agency, role }) => `${word(roles, role)} (${nameOf(agency)})`)
          .join(', ')}
      </p>
      <ul>
        {decisions.map(({ item, note, task }) => (
          <li key={`${item.code} ${task} ${note}`}>
            <strong>{item.label}</strong>
            {note && `: ${note}`}
            {task && <span className="soft small"> {t('visit.meeting.asTask')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
