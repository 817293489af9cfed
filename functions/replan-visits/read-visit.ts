import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { Waiting } from '../../shared/domain/finding/waiting.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { type ReadChild, readChild } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';
import type { Interviews } from '../../shared/store/interviews.ts';

/** What planning anew works with: the store, visits, calendars, and which centres are open. */
export type ReplanDeps = Pick<
  VaultedStore,
  'table' | 'records' | 'sealing' | 'journal' | 'policy' | 'now' | 'bytes'
> & {
  readonly interviews: Interviews;
  readonly calendars: ResourceReads;
  readonly openCentres: readonly string[];
};

/** A visit with all that is known of its times, read anew for each decision. */
export interface Visit extends ReadChild {
  readonly interview: Interview;
  readonly bookings: readonly Booking[];
  readonly waiting: Waiting | undefined;
  readonly at: string;
  readonly edition: Edition;
}

/** Read after whatever was decided before it: the next decision stands on what is there now. */
export async function readVisit(deps: ReplanDeps, id: InterviewId): Promise<Visit> {
  const { records, interviews, policy, openCentres, now } = deps;
  const at = now();
  const interview = await interviews.interview(id);
  const [child, bookings, [waiting]] = await Promise.all([
    readChild(deps, interview.case),
    interviews.bookingsOf(id),
    records.parts('waiting', Waiting, { kind: 'interview', id }),
  ]);
  const edition = policy.at(Temporal.Instant.from(at), { openCentres });
  return { ...child, interview, bookings, waiting, at, edition };
}
