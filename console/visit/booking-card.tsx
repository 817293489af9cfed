import { useTranslation } from 'react-i18next';
import { confirmBooking } from '../../shared/contract/bookings.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { type Act, ActForm, Acts } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag, type Tone } from '../design/components/notice.tsx';
import { useNow } from '../words/use-now.ts';
import { CancelForm, NoShowForm } from './booking-forms.tsx';
import { Span, State } from './booking-said.tsx';
import { DeclineForm } from './decline-form.tsx';
import { useVisit, type VisitBooking } from './use-visit.ts';

const TONES: Readonly<Record<string, Tone>> = {
  asked: 'warn',
  confirmed: 'good',
  declined: 'danger',
};

interface BookingProps {
  readonly booking: VisitBooking;
}

/** A time that stands: what it is, who has answered, and what one's own agency can do with it. */
export function BookingCard({ booking }: BookingProps) {
  const { t } = useTranslation();
  const { purpose, state, agencies, lacks, breaksDeadline } = booking;
  const waitsFor = agencies.filter((one) => one.state === 'asked').map(({ agency }) => agency);
  return (
    <Card
      title={t(`visit.purpose.${purpose}`)}
      aside={<Tag tone={state.code === 'booked' ? 'good' : 'warn'}>{state.label}</Tag>}
    >
      <p className="number">
        <Span {...booking} />
      </p>
      <p role="status">
        <State {...booking} waitsFor={waitsFor} />
      </p>
      <Answers booking={booking} />
      {breaksDeadline && <Notice tone="danger">{t('visit.time.breaks')}</Notice>}
      {lacks.length > 0 && (
        <Notice tone="warn" title={t('visit.time.lacks')}>
          {lacks.map(({ label }) => label).join(', ')}
        </Notice>
      )}
      <Own booking={booking} />
    </Card>
  );
}

function Answers({ booking }: BookingProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  return (
    <ul className="tiles">
      {booking.agencies.map(({ agency, roles, state }) => (
        <li key={agency} className="tile" data-tone={TONES[state]}>
          <strong>{nameOf(agency)}</strong>
          <span className="soft small">{roles.map(({ label }) => label).join(', ')}</span>
          <span>
            <Tag tone={TONES[state] ?? 'plain'}>{t(`visit.answer.${state}`)}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the own agency can do: answer, move, cancel, or say that somebody did not come. */
function Own({ booking }: BookingProps) {
  const { t } = useTranslation();
  const now = useNow();
  const { visit, may } = useVisit();
  const { data: me } = useMembership();
  const own = booking.agencies.find(({ agency }) => agency === me?.agency);
  const answers = may('interview.answer') && own !== undefined;
  const begun = new Date(booking.start) <= now && booking.state.code === 'booked';
  const acts: Act[] = [
    ...(answers ? [act('decline', t('visit.decline.title'), DeclineForm)] : []),
    ...(may('interview.cancel') ? [act('cancel', t('visit.cancel.title'), CancelForm)] : []),
    ...(begun && may('interview.answer')
      ? [act('no-show', t('visit.noShow.title'), NoShowForm)]
      : []),
  ];
  function act(code: string, label: string, Form: typeof CancelForm): Act {
    return { code, label, form: (back) => <Form booking={booking} onBack={back} /> };
  }
  return (
    <>
      {answers && own.state === 'asked' && <Confirm booking={booking} agency={own.agency} />}
      <Acts acts={acts} />
      {may('interview.book') && (
        <div>
          <LinkButton to={`/app/visits/${visit.id}/times?purpose=${booking.purpose}`}>
            {t('visit.move.find')}
          </LinkButton>
        </div>
      )}
    </>
  );
}

/** The last confirmation books the time. */
function Confirm({ booking }: BookingProps & { readonly agency: AgencyId }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const doing = useAct(confirmBooking, about);
  return (
    <ActForm
      doing={doing}
      does={t('visit.confirm')}
      onDo={() => doing.act({ path: { ...path, bookingId: booking.id } })}
    />
  );
}
