import { Temporal } from 'temporal-polyfill';
import type { putBusyTimes as contract } from '../../shared/contract/resources.ts';
import { may } from '../../shared/domain/access/may.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { busyTimes } from '../../shared/platform/busy-times.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';

type Deps = Pick<VaultedStore, 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly days: Pick<ResourceDays, 'resource'>;
};

/** Replaces what was read of an outside calendar; of the file only its busy times are kept. */
export const putBusyTimes =
  ({ journal, days, policy, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal }) => {
    const found = await days.resource(path.resourceId);
    if (!found) throw new Refusal('not-found');
    may(principal, 'resource.manage', { ofAgency: found.agency });
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const read = busyTimes(body.calendar, at, edition.calendar.zone);
    const { busy, until, understood, skipped } = read;
    const version = found.version + 1;
    const changed = { ...found, version, outside: { busy: [...busy], readAt: at, until } };
    const event = {
      id: newEventId(bytes),
      type: 'resource.changed' as const,
      at,
      by: { sub: principal.sub, agency: principal.agency },
      subject: { kind: 'resource' as const, id: found.id },
      version,
      to: [],
      codes: { change: 'busy-times', intervals: String(busy.length) },
    };
    await journal.commit({ kept: [changed], events: [event] }, { by: principal });
    const answer = {
      resource: found.id,
      intervals: busy.length,
      until,
      understood,
      skipped: [...skipped],
      version,
    };
    return { status: 200, body: answer, version };
  };
