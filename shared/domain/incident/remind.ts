import { Temporal } from 'temporal-polyfill';
import type { AccessTerms } from '../break-glass/terms.ts';
import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { text } from '../time.ts';
import { type Incident, lengthOf, saidOfIncident } from './incident.ts';

/** When the oversight body is first reminded: as long before the end as the pack says. */
export const firstReminder = (notifyBy: string, { incident }: AccessTerms): string =>
  text(Temporal.Instant.from(notifyBy).subtract(lengthOf(incident.warnBefore)));

/** Reminds before the time runs out, when it has, and again and again until it was notified. */
export function remind(
  incident: Incident,
  terms: AccessTerms,
  at: string,
  id: EventId,
): Decision | undefined {
  const { of, next, notified, notifyBy } = incident;
  if (notified || !next || next > at || of.kind !== 'agency') return undefined;
  const again = text(Temporal.Instant.from(at).add(lengthOf(terms.incident.warnBefore)));
  const reminded: Incident = {
    ...incident,
    version: incident.version + 1,
    next: at < notifyBy ? notifyBy : again,
  };
  const by = { sub: 'clock', agency: of.id };
  return {
    kept: [reminded],
    events: [saidOfIncident('incident.due', { ...reminded, id, by, at })],
  };
}
