import { Temporal } from 'temporal-polyfill';
import { text } from '../domain/time.ts';

export interface Found {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** A resource is read whole by every search: this many intervals are some 120 kB of it. */
const INTERVALS_MOST = 2_000;

/** What is kept of the times found: in order, those that meet as one, and how far ahead they reach. */
export function kept(found: readonly Found[], now: Temporal.Instant, end: Temporal.Instant) {
  const { compare } = Temporal.Instant;
  const merged: { from: Temporal.Instant; to: Temporal.Instant }[] = [];
  for (const { from, to } of found.toSorted((a, b) => compare(a.from, b.from))) {
    const last = merged.at(-1);
    if (last && compare(from, last.to) <= 0) last.to = compare(last.to, to) < 0 ? to : last.to;
    else merged.push({ from: compare(from, now) < 0 ? now : from, to });
  }
  const beyond = merged[INTERVALS_MOST];
  return {
    busy: merged
      .slice(0, INTERVALS_MOST)
      .map(({ from, to }) => ({ from: text(from), to: text(to) })),
    until: text(beyond ? beyond.from : end),
  };
}
