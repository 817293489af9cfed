import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../policy/edition.ts';
import { text } from '../time.ts';
import { type ChildFacts, hoursBetween, lastIncident, spanOf, type VisitFacts } from './facts.ts';
import type { Tier } from './interview.ts';
import type { TierFact } from './rules.ts';

/** A fact that holds, or is not known not to hold, and the instant from which its time counts. */
interface Holding {
  readonly fact: TierFact;
  /** The fact, or the fact with `-unknown`: what is not known counts as the stricter. */
  readonly code: string;
  readonly from: Temporal.Instant;
}

const later = (a: Temporal.Instant, b: Temporal.Instant) =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;

/** Facts that came up later count from then; all others from the first report about the child. */
function holdingFacts(child: ChildFacts, visit: VisitFacts, edition: Edition): Holding[] {
  const first = Temporal.Instant.from(child.firstReportAt);
  const said = (fact: TierFact, at: string | undefined): Holding[] =>
    at ? [{ fact, code: fact, from: later(first, Temporal.Instant.from(at)) }] : [];
  const known = (fact: TierFact, holds: boolean): Holding[] =>
    holds ? [{ fact, code: fact, from: first }] : [];
  const { youngUnderYears, specialNeeds } = edition.interview.thresholds;
  return [
    ...said('arrested', visit.arrestedAt),
    ...atHome(child, first),
    ...said('pressure-to-retract', visit.pressureToRetractAt),
    ...recent(child, visit, first, edition),
    ...said('full-account', visit.fullAccountAt),
    ...known(
      'special-need',
      child.needs.some((need) => specialNeeds.includes(need)),
    ),
    ...young(child, first, youngUnderYears),
    { fact: 'otherwise', code: 'otherwise', from: first },
  ];
}

const orUnknown = (fact: TierFact, unknown: boolean): string =>
  unknown ? `${fact}-unknown` : fact;

function atHome({ accusedAtHome }: ChildFacts, first: Temporal.Instant): Holding[] {
  const { lives, saidAt } = accusedAtHome;
  if (lives === 'no') return [];
  const fact = 'lives-with-accused';
  const from = later(first, Temporal.Instant.from(saidAt));
  return [{ fact, code: orUnknown(fact, lives === 'unknown'), from }];
}

function young({ age }: ChildFacts, first: Temporal.Instant, under: number): Holding[] {
  if (age !== undefined && age >= under) return [];
  return [{ fact: 'young-child', code: orUnknown('young-child', age === undefined), from: first }];
}

/** How old the violence was when the first report came; one after that report counts from itself. */
function recent(
  child: ChildFacts,
  visit: VisitFacts,
  first: Temporal.Instant,
  { interview: { thresholds }, calendar }: Edition,
): Holding[] {
  const span = spanOf(lastIncident(child, visit), calendar.zone);
  const hours = span ? hoursBetween(span.to, first) : 0;
  const from = span ? later(first, span.from) : first;
  const noForm = child.forms.length === 0;
  const one = (fact: TierFact, within: number, unknown: boolean): Holding[] =>
    hours <= within ? [{ fact, code: orUnknown(fact, unknown), from }] : [];
  return [
    ...(noForm || child.forms.includes('sexual')
      ? one('sexual-violence-recent', thresholds.recentHours, noForm || !span)
      : []),
    ...one('recent-event', thresholds.recentEventHours, !span),
  ];
}

/**
 * How soon the interview must be held. The strictest tier of which a fact holds gives the tier; the
 * nearest of all deadlines counts, since a fact that came up later has its time from then.
 */
export function tierOf(child: ChildFacts, visit: VisitFacts, edition: Edition): Tier {
  const facts = holdingFacts(child, visit, edition);
  const due = edition.interview.tiers.flatMap(({ tier, anyOf, within }) =>
    facts
      .filter(({ fact }) => anyOf.includes(fact))
      .map((holding) => ({
        ...holding,
        tier,
        dueAt: text(holding.from.add({ [within.unit]: within.amount })),
      })),
  );
  const [nearest] = due.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt) || a.tier - b.tier);
  if (!nearest) throw new Error('the pack has no tier for a case in which nothing holds');
  const strictest = Math.min(...due.map(({ tier }) => tier));
  const deciding = due.filter(({ tier }) => tier === strictest || tier === nearest.tier);
  const startedAt = text(nearest.from);
  const fromFirst = startedAt === text(Temporal.Instant.from(child.firstReportAt));
  return {
    tier: strictest,
    startedAt,
    dueAt: nearest.dueAt,
    reasons: [
      ...new Set(deciding.map(({ code }) => code)),
      `counts-from-${fromFirst ? (child.countsFrom ?? 'first-report') : nearest.fact}`,
    ],
  };
}

/** A new fact makes it due sooner, never later. */
export function sooner(before: Tier, now: Tier): Tier {
  const nearest = now.dueAt < before.dueAt ? now : before;
  const tier = Math.min(before.tier, now.tier);
  if (tier === before.tier && nearest === before) return before;
  const counting = (reasons: readonly string[]) =>
    reasons.filter((code) => code.startsWith('counts-from-'));
  const facts = (reasons: readonly string[]) =>
    reasons.filter((code) => !code.startsWith('counts-from-'));
  const kept = nearest === before ? [...facts(before.reasons), ...facts(now.reasons)] : now.reasons;
  return {
    tier,
    startedAt: nearest.startedAt,
    dueAt: nearest.dueAt,
    reasons: [...new Set([...facts(kept), ...counting(nearest.reasons)])],
  };
}
