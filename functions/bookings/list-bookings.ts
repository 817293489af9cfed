import type { listBookings as contract } from '../../shared/contract/bookings.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readInterview } from '../../shared/platform/read-interview.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { type BookingDeps, momentOf } from './booking-steps.ts';

/** Every booking an interview has or had, the newest first. */
export const listBookings =
  (deps: BookingDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    await readInterview(
      { ...deps, interviews: interviews(deps.table) },
      { id, by: principal, action: 'interview.read' },
    );
    const { edition } = momentOf(deps);
    const bookings = await interviews(deps.table).bookingsOf(id);
    const newest = bookings.toSorted((a, b) => b.sequence - a.sequence);
    return { status: 200, body: { items: newest.map((one) => bookingView(one, lang, edition)) } };
  };
