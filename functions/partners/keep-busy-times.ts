import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, type ResourceId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import { may } from '../../shared/platform/access/may.ts';
import { busyTimes } from '../../shared/platform/busy-times.ts';
import { CALENDAR_BYTES_MOST } from '../../shared/platform/fetch-calendar.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';

export type KeepingDeps = Pick<VaultedStore, 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly days: Pick<ResourceDays, 'resource'>;
};

/** A resource of the caller's own agency. */
export async function ownResource(
  { days }: Pick<KeepingDeps, 'days'>,
  id: ResourceId,
  principal: Principal,
): Promise<Resource> {
  const found = await days.resource(id);
  if (!found) throw new Refusal('not-found');
  may(principal, 'resource.manage', { ofAgency: found.agency });
  return found;
}

/** Writes a resource as it now is, with what changed of its outside calendar. */
export async function keepResource(
  { journal, bytes }: Pick<KeepingDeps, 'journal' | 'bytes'>,
  after: Resource,
  { at, by, codes }: { at: string; by: Principal; codes: Readonly<Record<string, string>> },
): Promise<void> {
  const event = {
    id: newEventId(bytes),
    type: 'resource.changed' as const,
    at,
    by: { sub: by.sub, agency: by.agency },
    subject: { kind: 'resource' as const, id: after.id },
    version: after.version,
    to: [],
    codes,
  };
  await journal.commit({ kept: [after], events: [event] }, { by });
}

interface Keeping {
  readonly found: Resource;
  readonly file: string;
  /** Where the file is, in the call. */
  readonly pointer: '/calendar' | '/url';
  readonly by: Principal;
  readonly change: 'busy-times' | 'outside-calendar' | 'refreshed';
}

/** Reads a calendar's file and keeps its busy times, and of the rest nothing. */
export async function keepBusyTimes(deps: KeepingDeps, keeping: Keeping) {
  const { found, file, pointer, by, change } = keeping;
  const at = deps.now();
  const { zone } = deps.policy.at(Temporal.Instant.from(at)).calendar;
  const most = pointer === '/url' ? CALENDAR_BYTES_MOST : undefined;
  const { busy, until, understood, skipped } = readable(pointer, () =>
    busyTimes(file, at, zone, most),
  );
  const version = found.version + 1;
  const after = { ...found, version, outside: { busy: [...busy], readAt: at, until } };
  const codes = { change, intervals: String(busy.length) };
  await keepResource(deps, after, { at, by, codes });
  const read = { intervals: busy.length, until, understood, skipped: [...skipped], version };
  return { status: 200, body: { resource: found.id, ...read }, version } as const;
}

/** The same refusal, pointing at what was sent: a file, or the address of one. */
function readable<T>(pointer: Keeping['pointer'], read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'calendar-unreadable') throw error;
    throw new Refusal(
      error.code,
      error.hindrances.map((each) => ({ ...each, pointer })),
    );
  }
}
