import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { plannings, type SessionView, visitDay } from '../../shared/contract/visits.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Breaks } from './breaks.tsx';
import { EndForm } from './end-form.tsx';
import { StartForm } from './start-form.tsx';
import { useClock } from './use-numbers.ts';
import { type OnVisit, VisitFrame } from './visit-frame.tsx';

type Session = z.output<typeof SessionView>;

/** The interview itself: who is there, breaks, how it ended. */
export function InterviewPage() {
  const { t } = useTranslation();
  return (
    <VisitFrame title={t('centre.interview.page')}>
      {(on) => on.may('visit.read') && <Interview on={on} />}
    </VisitFrame>
  );
}

function Interview({ on }: { readonly on: OnVisit }) {
  const { t } = useTranslation();
  const { id, visit, may, about } = on;
  const path = { interviewId: id };
  const day = useRead(['interview', id, 'day'], visitDay, { path });
  const met = useRead(['interview', id, 'met'], plannings, { path });
  const status = visit.status.code;
  return (
    <Read of={day}>
      {({ sessions }) => {
        const last = sessions.at(-1);
        const going = status === 'under-way' && last !== undefined && !last.endedAt;
        return (
          <>
            {going && may('visit.run') && (
              <>
                <Breaks id={id} about={about} session={last} />
                <EndForm id={id} about={about} />
              </>
            )}
            {status === 'booked' && may('visit.run') && (
              <StartForm on={on} met={(met.data?.items.length ?? 1) > 0} />
            )}
            {sessions.length === 0 && status !== 'booked' && (
              <Notice>{t('centre.interview.notYet')}</Notice>
            )}
            {sessions.toReversed().map((one) => (
              <Held key={one.number} session={one} />
            ))}
          </>
        );
      }}
    </Read>
  );
}

/** One sitting as it was held. */
function Held({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const clock = useClock();
  const nameOf = useAgencyNames();
  const roles = useCodes('visitRoles');
  const { number, startedAt, endedAt, present, breaks, result, withoutMeeting } = session;
  return (
    <Card
      title={t('centre.interview.sitting', { number })}
      aside={result && <Tag>{result.label}</Tag>}
    >
      <Facts
        facts={[
          { name: t('centre.interview.began'), value: clock(startedAt) },
          { name: t('centre.interview.ended'), value: endedAt && clock(endedAt) },
          { name: t('centre.interview.withoutMeeting'), value: withoutMeeting?.label },
          {
            name: t('centre.interview.present'),
            value: present
              .map(({ role, agency, name, video, standIn }) =>
                [
                  [word(roles, role), name].filter(Boolean).join(': '),
                  nameOf(agency),
                  video && t('centre.interview.byVideo'),
                  standIn && t('centre.interview.standsIn'),
                ]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('\n'),
          },
          {
            name: t('centre.interview.breaks'),
            value: breaks
              .map(({ from, to, collectsQuestions }) =>
                [
                  `${clock(from)}–${to ? clock(to) : '…'}`,
                  collectsQuestions && t('centre.interview.collects'),
                ]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('\n'),
          },
        ]}
      />
    </Card>
  );
}
