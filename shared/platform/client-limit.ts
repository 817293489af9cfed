import type { Action } from '../domain/access/actions.ts';
import { Refusal } from '../domain/refusal.ts';

/** Calls a client may make at once, and how many a second it gets back, in one environment. */
interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * An environment answers one call after the other, some fifty a second: a client that goes on like
 * that for a minute is a program that lost its way.
 */
const USUAL: Limit = { burst: 2000, perSecond: 20 };

/** No program's mistake may cost a child its referral: a bucket of their own, ten times as large. */
const PROTECTING: Limit = { burst: 20_000, perSecond: 200 };
const PROTECTS: ReadonlySet<Action> = new Set<Action>([
  'referral.submit',
  'addition.make',
  'task.transition',
  'case.decide-safety',
]);

/** Clients remembered; who is forgotten starts with a full bucket. */
const CLIENTS_MOST = 5000;

/** Too many calls of one client: when to come again, in seconds. */
export class TooManyRequests extends Refusal {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('too-many-requests');
    this.retryAfter = retryAfter;
  }
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * A bucket for each client in this environment's memory: no round trip to a store, and what it
 * refuses costs none either. The firewall counts by token before all environments together
 * (infra/constructs/firewall-rules.ts); this stops a client that shows many tokens.
 */
export function clientLimit(now: () => number = Date.now) {
  const usual = new Map<string, Bucket>();
  const protecting = new Map<string, Bucket>();
  return (sub: string, action: Action | undefined): void => {
    const protects = action !== undefined && PROTECTS.has(action);
    take(protects ? protecting : usual, sub, protects ? PROTECTING : USUAL, now());
  };
}

function take(buckets: Map<string, Bucket>, sub: string, limit: Limit, at: number): void {
  const known = buckets.get(sub);
  if (!known && buckets.size >= CLIENTS_MOST) buckets.clear();
  const bucket = known ?? { left: limit.burst, at };
  const seconds = Math.max(0, at - bucket.at) / 1000;
  const left = Math.min(limit.burst, bucket.left + seconds * limit.perSecond);
  buckets.set(sub, { left: Math.max(0, left - 1), at });
  if (left < 1) throw new TooManyRequests(Math.max(1, Math.ceil((1 - left) / limit.perSecond)));
}
