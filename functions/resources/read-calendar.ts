import { Temporal } from 'temporal-polyfill';
import type { readCalendar as contract } from '../../shared/contract/calendars.ts';
import { placeOf, summaryOf } from '../../shared/domain/invitation/words.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { calendarFeed } from '../../shared/platform/calendar-file.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Interviews } from '../../shared/store/interviews.ts';
import type { Invitations } from '../../shared/store/invitations.ts';
import type { CalendarAddresses } from './calendar-address.ts';

type Deps = Pick<Store, 'policy' | 'now'> & {
  readonly interviews: Pick<Interviews, 'resource'>;
  readonly invitations: Pick<Invitations, 'ofResource'>;
  readonly addresses: Pick<CalendarAddresses, 'find'>;
  readonly hubUrl: string;
};

/**
 * The calendar under an address. Whoever has the address may read it, which is why nothing stands in
 * it that anybody might not know; of a resource that was withdrawn nothing is shown any more.
 */
export const readCalendar =
  ({
    interviews,
    invitations,
    addresses,
    policy,
    now,
    hubUrl,
  }: Deps): OpenUseCase<typeof contract> =>
  async ({ path }) => {
    const id = await addresses.find(path.address.replace(/\.ics$/, ''));
    if (!id) throw new Refusal('not-found');
    const resource = await interviews.resource(id);
    if (resource.withdrawnAt) throw new Refusal('not-found');
    const edition = policy.at(Temporal.Instant.from(now()));
    const body = calendarFeed(await invitations.ofResource(id), {
      hubUrl,
      summary: (one) => summaryOf(one, edition),
      place: (one) => placeOf(one, edition),
    });
    return { status: 200, body, contentType: 'text/calendar; charset=utf-8' };
  };
