import type { recordNoShow as contract } from '../../shared/contract/bookings.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { noShow } from '../../shared/domain/booking/end.ts';
import { NoShow } from '../../shared/domain/booking/parts.ts';
import { bookingView } from '../../shared/domain/disclosure/booking-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { release } from '../../shared/store/day-sheets.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { type BookingDeps, type BookingPath, readBooking } from './booking-steps.ts';

type Deps = BookingDeps & Pick<VaultedStore, 'sealing'>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Recording = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** Somebody did not come. Who it was is a role, never a name; what is noted about it is sealed. */
export const recordNoShow =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const earlier = await deps.journal.earlier(principal, once);
    if (!earlier) await recorded(deps, path, { body, by: principal, once });
    const access = { by: principal, action: 'interview.answer' } as const;
    const { booking, edition } = await readBooking(deps, path, access);
    return { status: 200, body: bookingView(booking, lang, edition) };
  };

async function recorded(
  deps: Deps,
  path: BookingPath,
  { body, by, once }: Recording,
): Promise<void> {
  const read = await readBooking(deps, path, { by, action: 'interview.answer' });
  const { interview, booking, at, moment } = read;
  const of = { kind: 'interview', id: interview.id } as const;
  const earlier = await deps.records.parts('no-show', NoShow, of);
  const place = { what: 'no-show', of, number: nextNumber(earlier), file: interview.file } as const;
  const sealed = body.note && (await deps.sealing.seal(place, { outcome: { note: body.note } }));
  const decision = noShow({
    interview,
    booking,
    by,
    at,
    event: newEventId(deps.bytes),
    who: body.who,
    earlier,
    sealed: sealed || undefined,
  });
  const { claims, id } = booking;
  const also = release({ claims, booking: id }, moment, await seeSheets(deps.table, claims));
  const made = { booking: id };
  await deps.journal.commit(decision, { by, also, once, made });
}
