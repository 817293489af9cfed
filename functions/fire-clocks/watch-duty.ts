import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { DutyGap, gapsToday, lookForGaps } from '../../shared/domain/duty/duty-gap.ts';
import { type AgencyId, newEventId, newFileId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { Overtaken } from '../../shared/store/journal.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'policy' | 'now' | 'bytes'>;

/** Gaps come nearer by the hour, not by the minute. */
const LOOK_EVERY_MS = 3600_000;

/**
 * Once an hour: looks at the roster of every agency that answers at any hour. So a gap is found
 * though nobody touches the roster, and an agency that never published one as well.
 */
export const watchDuty = (deps: Deps) => {
  let next = 0;
  return async (): Promise<void> => {
    const at = deps.now();
    if (Date.parse(at) < next) return;
    const edition = deps.policy.at(Temporal.Instant.from(at));
    const onDuty = edition.agencies.filter(({ duty }) => duty);
    const short = await Promise.all(onDuty.map(({ id }) => lookAt(deps, id, edition, at)));
    // The figure stands as long as a gap does: so does the alarm.
    metrics.addMetric('DutyGap', MetricUnit.Count, short.filter(Boolean).length);
    next = Date.parse(at) + LOOK_EVERY_MS;
  };
};

/** Tells what is new; answers whether the agency has a gap today, told or not. */
async function lookAt(
  deps: Deps,
  agency: AgencyId,
  edition: Edition,
  at: string,
): Promise<boolean> {
  const { records, journal, bytes } = deps;
  const of = { kind: 'agency' as const, id: agency };
  const [roster, known] = await Promise.all([
    records.roster(agency),
    records.parts('duty-gap', DutyGap, of),
  ]);
  const file = roster?.file ?? newFileId(bytes);
  const newEvent = () => newEventId(bytes);
  const look = { agency, roster, known, at, by: { sub: 'clock' }, file, newEvent };
  const decision = lookForGaps(look, edition);
  try {
    if (decision.kept.length > 0) await journal.commit(decision);
  } catch (error) {
    // A roster was published this moment, and the gap told with it.
    if (!(error instanceof Overtaken)) throw error;
  }
  const short = gapsToday(roster, at, edition).length > 0;
  if (short) logger.warn('nobody on duty', { agency });
  return short;
}
