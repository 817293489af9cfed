import type { AgencyId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Went } from './parts.ts';

/** A message of an event to an agency: by feed, or as a call to whoever is on duty there. */
export interface Addressed {
  readonly event: JournalEvent;
  readonly agency: AgencyId;
  readonly by: 'feed' | 'call';
}

/** All that was ever addressed to these agencies, in order of time. */
export const addressedTo = (
  events: readonly JournalEvent[],
  agencies: readonly AgencyId[],
): Addressed[] =>
  events
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap((event) => [
      ...event.to.map((agency) => ({ event, agency, by: 'feed' as const })),
      ...(event.call ? [{ event, agency: event.call.agency, by: 'call' as const }] : []),
    ])
    .filter(({ agency }) => agencies.includes(agency));

/** What cannot be called back: all but what still waits in the outbox. */
export const alreadyWent = (
  addressed: readonly Addressed[],
  waiting: readonly Addressed[],
): Went[] => {
  const went = addressed.filter((one) => !waiting.includes(one));
  const unique = new Map(went.map((one) => [`${one.event.id} ${one.agency}`, one]));
  return [...unique.values()].map(({ event, agency }) => ({
    event: event.id,
    type: event.type,
    at: event.at,
    subject: event.subject,
    agency,
  }));
};
