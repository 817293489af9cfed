import type * as z from 'zod';
import type { SafetyDecisionRequest } from '../../shared/domain/safety/request.ts';
import { instantOf } from '../words/moments.ts';

type Body = z.input<typeof SafetyDecisionRequest>;

/** A measure as it is written down; `none` says that none is needed. */
export interface MeasureDraft {
  /** Tells it from the others of the form. */
  readonly number: number;
  readonly kind: string;
  /** The number of an alleged perpetrator of the case. */
  readonly perpetrator: string;
  /** Who it is against, where nobody is named by number. */
  readonly against: string;
  readonly validUntil: string;
}

/** What is decided on the safety of a child; moments as the clock of Georgia shows them. */
export interface SafetyDraft {
  readonly seen: 'seen' | 'not-seen' | undefined;
  readonly at: string;
  readonly seenBy: string;
  readonly alone: 'yes' | 'no' | undefined;
  readonly where: string;
  readonly sleeps: string;
  readonly measures: readonly MeasureDraft[];
  readonly siblings: 'yes' | 'no' | 'none' | undefined;
  readonly notSeen: string;
  readonly reviewBy: string;
  readonly reason: string;
}

/** One more, with nothing said of it yet. */
export const nextMeasure = (measures: readonly MeasureDraft[]): MeasureDraft => ({
  number: Math.max(0, ...measures.map(({ number }) => number)) + 1,
  ...{ kind: '', perpetrator: '', against: '', validUntil: '' },
});

export const EMPTY_SAFETY: SafetyDraft = {
  seen: undefined,
  at: '',
  seenBy: '',
  alone: undefined,
  where: '',
  sleeps: '',
  measures: [nextMeasure([])],
  siblings: undefined,
  notSeen: '',
  reviewBy: '',
  reason: '',
};

/** What must be said when the child was seen, and what when it was not. */
const NEEDED = {
  seen: ['at', 'seenBy', 'alone', 'where', 'sleeps', 'siblings', 'reviewBy', 'reason'],
  'not-seen': ['at', 'notSeen', 'reviewBy', 'reason'],
} as const;

/** What is still to be filled in. A measure without a kind counts: that none is needed is said too. */
export function missingOf(draft: SafetyDraft): (keyof SafetyDraft)[] {
  if (!draft.seen) return ['seen'];
  const empty = NEEDED[draft.seen].filter((name) => {
    const value: string | undefined = draft[name];
    return value === undefined || value.trim() === '';
  });
  const unsaid = draft.seen === 'seen' && draft.measures.some(({ kind }) => kind === '');
  return unsaid ? [...empty, 'measures'] : empty;
}

export function toBody(draft: SafetyDraft): Body {
  const { seen, at, where, reviewBy, reason } = draft;
  const common = { reviewBy: instantOf(reviewBy), reason: reason.trim() };
  if (seen === 'not-seen')
    return {
      ...common,
      notSeen: draft.notSeen,
      triedAt: instantOf(at),
      ...(where && { where }),
    };
  return {
    ...common,
    childSeenAt: instantOf(at),
    seenBy: draft.seenBy.trim(),
    seenAlone: draft.alone ?? 'no',
    where,
    sleepsTonight: draft.sleeps,
    measures: draft.measures.map(measureOf),
    siblingsChecked: draft.siblings ?? 'no',
  };
}

/** Whom a measure is against, by number where the case has one, else in words. */
function measureOf({ kind, perpetrator, against, validUntil }: MeasureDraft) {
  if (kind === 'none') return { kind };
  const who = perpetrator ? Number(perpetrator) : against.trim();
  return {
    kind,
    ...(who && { against: who }),
    ...(validUntil && { validUntil: instantOf(validUntil) }),
  };
}
