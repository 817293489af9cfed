import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Span } from './booking-said.tsx';
import type { Slot } from './slot.ts';

/** The best of them first; who wants to compare more asks for them. */
const AT_ONCE = 5;

interface ListProps {
  readonly slots: readonly Slot[];
  readonly chosen: string | undefined;
  readonly onChoose: (start: string) => void;
}

/** The same proposals best first, each with why it stands where it stands. */
export function ProposalList({ slots, chosen, onChoose }: ListProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState(AT_ONCE);
  return (
    <>
      <ol className="lines">
        {slots.slice(0, most).map((slot, place) => (
          <li key={slot.start} className="line" data-tone={slot.inTime ? undefined : 'danger'}>
            <span className="stack" data-gap="none">
              <strong>
                {t('visit.found.rank', { rank: place + 1 })} <Span {...slot} />
              </strong>
              <Why slot={slot} />
            </span>
            <Button onPress={() => onChoose(slot.start)}>
              {t(slot.start === chosen ? 'visit.found.chosen' : 'visit.found.choose')}
              <span className="unseen">
                {' '}
                <Span {...slot} />
              </span>
            </Button>
          </li>
        ))}
      </ol>
      {slots.length > most && (
        <div>
          <Button onPress={() => setMost(slots.length)}>{t('showMore')}</Button>
        </div>
      )}
    </>
  );
}

/** What speaks for a time, and what against it; of whom it is said stands beside it. */
export function Why({ slot: { why, absent, inTime } }: { readonly slot: Slot }) {
  const { t } = useTranslation();
  const said = [
    ...Map.groupBy(why, ({ code, points }) => `${points < 0 ? 'warn' : 'good'} ${code}`),
  ];
  return (
    <span className="row" data-tight>
      {!inTime && <Tag tone="danger">{t('visit.found.late')}</Tag>}
      {said.map(([key, [first, ...others]]) => (
        <span key={key} className="row" data-tight>
          <Tag tone={key.startsWith('warn') ? 'warn' : 'good'}>{first?.label}</Tag>
          <span className="soft small">
            {[first, ...others].flatMap((one) => one?.role?.label ?? []).join(', ')}
          </span>
        </span>
      ))}
      {absent.length > 0 && (
        <span className="soft small">
          {t('visit.found.without', { roles: absent.map(({ label }) => label).join(', ') })}
        </span>
      )}
    </span>
  );
}
