import type {
  closeCalendar as closing,
  openCalendar as opening,
} from '../../shared/contract/calendars.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, type ResourceId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Interviews } from '../../shared/store/interviews.ts';
import { type CalendarAddresses, hashOf, newAddress } from './calendar-address.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & {
  readonly interviews: Pick<Interviews, 'resource'>;
  readonly addresses: CalendarAddresses;
};

/** Gives the calendar a new address, in the answer alone; the one before stops at that moment. */
export const openCalendar =
  (deps: Deps): UseCase<typeof opening> =>
  async ({ path, principal }) => {
    const address = newAddress();
    const id = path.resourceId;
    await readdressed(deps, id, principal, hashOf(address));
    return { status: 200, body: { path: `/calendars/${address}.ics`, resource: id } };
  };

export const closeCalendar =
  (deps: Deps): UseCase<typeof closing> =>
  async ({ path, principal }) => {
    await readdressed(deps, path.resourceId, principal, undefined);
    return { status: 204, body: undefined };
  };

async function readdressed(
  { journal, interviews, addresses, now, bytes }: Deps,
  id: ResourceId,
  by: Principal,
  hash: string | undefined,
): Promise<void> {
  const found = await interviews.resource(id);
  may(by, 'calendar.open', { ofAgency: found.agency, account: found.account });
  const { calendar: before, ...rest } = found;
  const version = found.version + 1;
  const changed: Resource = { ...rest, version, ...(hash && { calendar: hash }) };
  const also = [
    ...(before ? [addresses.closed(before)] : []),
    ...(hash ? [addresses.opened(hash, id)] : []),
  ];
  await journal.commit(decided(changed, by, now(), newEventId(bytes)), { by, also });
}

const decided = (
  resource: Resource,
  by: Principal,
  at: string,
  event: ReturnType<typeof newEventId>,
): Decision => ({
  kept: [resource],
  events: [
    {
      id: event,
      type: 'resource.changed',
      at,
      by,
      subject: { kind: 'resource', id: resource.id },
      version: resource.version,
      to: [],
      codes: { change: 'calendar' },
    },
  ],
});
