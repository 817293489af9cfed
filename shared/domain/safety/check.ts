import { Temporal } from 'temporal-polyfill';
import type { Length } from '../clock/definition.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusal-kinds.ts';
import { text } from '../time.ts';
import type { NotSeenRequest, SafetyDecisionRequest, SeenRequest } from './request.ts';

interface Circumstances {
  /** When the child was first reported: nobody saw it for this case before then. */
  readonly reportedAt: string;
  readonly at: string;
  readonly accusedAtHome: 'yes' | 'no' | 'unknown';
  /** Numbers of the alleged perpetrators of the case; undefined where none are kept by number. */
  readonly perpetrators?: readonly number[] | undefined;
}

interface Finding {
  readonly refusal: RefusalCode;
  readonly pointer: string;
}

export const isSeen = (request: SafetyDecisionRequest): request is SeenRequest =>
  'childSeenAt' in request;

/** Compares a decision with the pack and the calendar; refuses naming every field at fault. */
export function checkSafetyDecision(
  request: SafetyDecisionRequest,
  circumstances: Circumstances,
  edition: Edition,
): void {
  const findings = isSeen(request)
    ? seenFindings(request, circumstances, edition)
    : notSeenFindings(request, circumstances, edition);
  const [first] = findings;
  if (!first) return;
  const oneKind = findings.every(({ refusal }) => refusal === first.refusal);
  const hindrances: Hindrance[] = findings.map(({ refusal: code, pointer }) => ({ pointer, code }));
  throw new Refusal(oneKind ? first.refusal : 'body-invalid', hindrances);
}

const seenFindings = (request: SeenRequest, now: Circumstances, edition: Edition): Finding[] => [
  ...coded(edition, 'childNowPlaces', request.where, '/where'),
  ...coded(edition, 'sleepsTonight', request.sleepsTonight, '/sleepsTonight'),
  ...looked(request.childSeenAt, now, '/childSeenAt'),
  ...reviewed(request.reviewBy, now, reviewWithin(request.sleepsTonight, now, edition)),
  ...request.measures.flatMap((measure, i) =>
    measureFindings(measure, now, `/measures/${i}`, edition),
  ),
];

const notSeenFindings = (
  request: NotSeenRequest,
  now: Circumstances,
  edition: Edition,
): Finding[] => [
  ...coded(edition, 'notSeenReasons', request.notSeen, '/notSeen'),
  ...(request.where ? coded(edition, 'childNowPlaces', request.where, '/where') : []),
  ...looked(request.triedAt, now, '/triedAt'),
  ...reviewed(request.reviewBy, now, edition.safety.notSeenReview.within),
];

const coded = (edition: Edition, list: CodeListName, code: string, pointer: string): Finding[] =>
  edition.has(list, code) ? [] : [{ refusal: 'unknown-code', pointer }];

function looked(when: string, { at, reportedAt }: Circumstances, pointer: string): Finding[] {
  if (when > at) return [{ refusal: 'in-the-future', pointer }];
  return when < reportedAt ? [{ refusal: 'seen-before-report', pointer }] : [];
}

function reviewed(by: string, { at }: Circumstances, within: Length | undefined): Finding[] {
  const pointer = '/reviewBy';
  if (by <= at) return [{ refusal: 'in-the-past', pointer }];
  if (!within) return [];
  const latest = Temporal.Instant.from(at).add({ [within.unit]: within.amount });
  return by > text(latest) ? [{ refusal: 'review-too-late', pointer }] : [];
}

const reviewWithin = (
  sleeps: string,
  { accusedAtHome }: Circumstances,
  { safety }: Edition,
): Length | undefined =>
  safety.reviews.find(
    (rule) =>
      rule.sleepsTonight.includes(sleeps) && (rule.accusedAtHome?.includes(accusedAtHome) ?? true),
  )?.within;

function measureFindings(
  measure: SeenRequest['measures'][number],
  { at, perpetrators }: Circumstances,
  pointer: string,
  edition: Edition,
): Finding[] {
  const { kind, validUntil, against } = measure;
  const rule = edition.safety.measures.find((one) => one.kind === kind);
  const missing = (rule?.needs ?? []).filter((need) => measure[need] === undefined);
  const unknown =
    typeof against === 'number' && perpetrators !== undefined && !perpetrators.includes(against);
  const latest =
    rule?.atMost &&
    Temporal.Instant.from(at).toZonedDateTimeISO(edition.calendar.zone).add(rule.atMost);
  const end = `${pointer}/validUntil`;
  return [
    ...coded(edition, 'measures', kind, `${pointer}/kind`),
    ...missing.map(
      (need): Finding => ({
        refusal: 'measure-incomplete',
        pointer: `${pointer}/${need}`,
      }),
    ),
    ...(unknown ? ([{ refusal: 'unknown-code', pointer: `${pointer}/against` }] as const) : []),
    ...(validUntil && validUntil <= at
      ? ([{ refusal: 'in-the-past', pointer: end }] as const)
      : []),
    ...(validUntil && latest && validUntil > text(latest.toInstant())
      ? ([{ refusal: 'measure-too-long', pointer: end }] as const)
      : []),
  ];
}
