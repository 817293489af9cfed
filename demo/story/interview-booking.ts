import type * as z from 'zod';
import * as bookings from '../../shared/contract/bookings.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import type { InterviewId, ResourceId } from '../../shared/domain/ids.ts';
import { kept } from '../stage/answers.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { POLICE, PROSECUTOR } from './interview-plan.ts';
import * as say from './interview-words.ts';

type Booking = z.output<typeof bookings.BookingView>;
type Purpose = Booking['purpose'];
type Slot = z.output<(typeof findSlots.answers)[200]>['items'][number];

export interface Booked {
  /** When the planning meeting begins. */
  readonly meeting: string;
  /** When the interview itself begins. */
  readonly interview: string;
  readonly interviewer: ResourceId;
}

/** Finds, holds and books the meeting and then the visit; one agency cannot come at first. */
export async function visitBooked(stage: Stage, visit: InterviewId): Promise<Booked> {
  const meeting = await proposed(stage, visit, 'planning-meeting');
  const planned = await held(stage, visit, meeting);
  await allConfirm(stage, planned);
  const slot = await proposed(stage, visit, 'visit');
  const first = await held(stage, visit, slot);
  const asked = await prosecutorDeclines(stage, first);
  const booked = await allConfirm(stage, asked);
  const talk = booked.parts.find(({ part }) => part === 'interview');
  const interviewer = booked.takes.find(({ as }) => as === 'interviewer')?.resource;
  must(talk !== undefined && interviewer !== undefined, 'nobody interviews the child');
  return { meeting: planned.start, interview: talk.start, interviewer };
}

/** A meeting is the planning; a visit is named by what it is for. */
const NAMED_BY = { 'planning-meeting': 'planning', visit: 'interview' } as const;

const proposed = (
  { tale, visits, localTime, label }: Stage,
  visit: InterviewId,
  purpose: Purpose,
) =>
  tale
    .step(POLICE, say.timesAreProposed, async () => {
      const request = { path: { interviewId: visit }, query: { purpose, limit: 3 } };
      const { items, dueAt } = kept(findSlots, await visits(POLICE)(findSlots, request));
      const [best] = items;
      must(best !== undefined, 'no time was found');
      must(best.inTime, `the best time is after ${dueAt}`);
      must(best.why.length > 0, 'a time has no reasons');
      const times = items.map(({ start, score, why }) => ({
        at: localTime(start),
        why: why.filter(({ points }) => points > 0).map(({ label }) => label),
        score: Math.round(score * 10) / 10,
      }));
      return { best, times, of: label('visitParts', NAMED_BY[purpose]) };
    })
    .then(({ best }) => best);

const held = ({ tale, visits, localTime }: Stage, visit: InterviewId, { slot }: Slot) =>
  tale
    .step(POLICE, say.timeIsHeld, async () => {
      const request = { path: { interviewId: visit }, body: { slot } };
      const booking = kept(bookings.holdSlot, await visits(POLICE)(bookings.holdSlot, request));
      must(booking.state.code === 'held', `the time is ${booking.state.code}`);
      const until = localTime(booking.expiresAt ?? booking.end);
      return { booking, at: localTime(booking.start), until, takes: booking.takes.length };
    })
    .then(({ booking }) => booking);

/** The prosecutor has another hearing: the time stands, a colleague is asked. */
const prosecutorDeclines = ({ tale, visits, label }: Stage, booking: Booking): Promise<Booking> =>
  tale
    .step(PROSECUTOR, say.prosecutorDeclines, async () => {
      const { id: bookingId, interview: interviewId } = booking;
      const who = (one: Booking) => one.takes.find(({ as }) => as === 'prosecutor')?.resource;
      const request = {
        path: { interviewId, bookingId },
        body: { reason: 'court-hearing', roles: ['prosecutor'], alternative: 'nobody' as const },
      };
      const after = kept(
        bookings.declineBooking,
        await visits(PROSECUTOR)(bookings.declineBooking, request),
      );
      must(after.state.code === 'held' && after.start === booking.start, 'the time is lost');
      must(who(after) !== undefined && who(after) !== who(booking), 'nobody else was asked');
      return { after, reason: label('declineReasons', 'court-hearing') };
    })
    .then(({ after }) => after);

/** Every agency that answers for somebody says yes; with the last one the time is booked. */
const allConfirm = (
  { tale, visits, nameOf, localTime }: Stage,
  booking: Booking,
): Promise<Booking> =>
  tale
    .step('Ertad', say.allConfirm, async () => {
      const { id: bookingId, interview: interviewId } = booking;
      let after = booking;
      const open = booking.agencies.filter(({ state }) => state === 'asked');
      for (const { agency } of open) {
        const request = { path: { interviewId, bookingId } };
        after = kept(
          bookings.confirmBooking,
          await visits(agency)(bookings.confirmBooking, request),
        );
      }
      must(after.state.code === 'booked', `the time is ${after.state.code}`);
      return {
        booked: after,
        agencies: open.map(({ agency }) => nameOf(agency)),
        at: localTime(after.start),
      };
    })
    .then(({ booked }) => booked);
