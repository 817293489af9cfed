import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { holdSlot, moveBooking } from '../../shared/contract/bookings.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Span } from './booking-said.tsx';
import type { Slot } from './slot.ts';
import { SlotDetails } from './slot-details.tsx';
import { useVisit, type VisitBooking } from './use-visit.ts';

interface ChosenProps {
  readonly slot: Slot;
  /** The time that stands now: then this one takes its place. */
  readonly live: VisitBooking | undefined;
  readonly onAgain: () => void;
}

/** The time that was chosen, with everybody it takes; to be held for them until all have confirmed. */
export function Chosen({ slot, live, onAgain }: ChosenProps) {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const go = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const done = () => void go(`/app/visits/${visit.id}`);
  const all = [...about, ['slots', visit.id]];
  const [holding, moving] = [useAct(holdSlot, all, done), useAct(moveBooking, all, done)];
  const doing = live ? moving : holding;
  const reasons = useCodes('breachReasons');
  // A reason on record already holds for the next time as well.
  const owes = slot.purpose === 'visit' && !slot.inTime && !visit.deadline.breach;
  const form = useDraft({ breach: '' }, ({ breach }) => (owes && !breach ? ['breach'] : []));
  const { breach } = form.draft;
  const body = { slot: slot.slot, ...(breach && { breach }) };
  const send = () =>
    live
      ? moving.act({ path: { ...path, bookingId: live.id }, body })
      : holding.act({ path, body });
  return (
    <section className="card" data-chosen>
      <h2 ref={title} tabIndex={-1}>
        {t('visit.chosen.title')}: <Span {...slot} />
      </h2>
      <SlotDetails slot={slot} />
      <ActForm
        doing={doing}
        does={t(live ? 'visit.move.do' : 'visit.chosen.hold')}
        onDo={() => form.whenComplete(send)}
      >
        {!slot.inTime && (
          <>
            <Notice tone="danger" title={t('visit.found.late')}>
              {t('visit.chosen.late')}
            </Notice>
            <Pick
              label={t('visit.chosen.breach')}
              none={t('steps.choose')}
              options={reasons}
              {...form.of('breach', doing.wrong('/breach'))}
            />
          </>
        )}
        <p className="soft">{t(live ? 'visit.move.means' : 'visit.chosen.means')}</p>
      </ActForm>
      {doing.error && (
        <div>
          <Button onPress={onAgain}>{t('visit.search.again')}</Button>
        </div>
      )}
    </section>
  );
}
