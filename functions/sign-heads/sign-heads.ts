import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../shared/domain/feed/days.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { type SigningDeps, signHead } from '../../shared/platform/signing-heads.ts';
import type { PutObject } from '../../shared/platform/witness-bucket.ts';
import type { SignedHeads } from '../../shared/store/journal-log/signed-heads.ts';
import { publishHeads } from './publish-heads.ts';

interface Deps extends SigningDeps {
  readonly heads: Pick<SignedHeads, 'bySize' | 'latest' | 'all' | 'published' | 'before'>;
  /** Looks over the journal on behalf of a day; true once that is complete. */
  readonly sweep: (day: string, at: string) => Promise<boolean>;
  readonly put: PutObject;
  readonly policy: Store['policy'];
  readonly now: () => string;
}

const HOUR_MS = 3600_000;

/**
 * Four times an hour: once every entry of the journal is known to have its leaf, the head of the day
 * is signed, and whatever is signed is put where nobody can take it back. Each step may be repeated.
 */
export const signHeads = (deps: Deps) => async (): Promise<void> => {
  const { heads, policy, now } = deps;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const { zone } = edition.calendar;
  const day = dayOf(at, zone);
  const complete = await deps.sweep(day, at);
  const latest = await heads.latest();
  const due = complete && (!latest || dayOf(latest.head.at, zone) < day);
  const last = due ? await signHead(deps, { at, edition }) : latest;
  await publishHeads(deps, at);
  // Since when nobody outside could say what the journal was.
  const age = last ? (Date.parse(at) - Date.parse(last.head.at)) / HOUR_MS : 0;
  metrics.addMetric('HeadAgeHours', MetricUnit.Count, age);
  metrics.publishStoredMetrics();
};
