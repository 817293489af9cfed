import { Temporal } from 'temporal-polyfill';
import type { Case } from '../case/case.ts';
import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { isOver, leadOf, type Referral } from '../referral/referral.ts';
import { text } from '../time.ts';
import { type Hold, stillHolds } from './hold.ts';
import { after, type Retention, ruleFor } from './retention.ts';

export interface Standing {
  readonly referral: Referral;
  /** The cases of the child as far as they are joined, where it has one. */
  readonly cases: readonly Case[];
  readonly holds: readonly Hold[];
}

interface Due extends Standing {
  readonly retention: Retention;
  readonly at: string;
  readonly event: EventId;
}

/** Why a file must not be erased now, each by its code; nothing where it may go. */
export function heldBy({ referral, cases, holds }: Standing, edition: Edition): string[] {
  const rule = ruleFor(referral, edition);
  const own = cases.filter(({ proceedings }) => !proceedings);
  return [
    ...(rule.from === 'proceedings-ended' && (own.length > 0 || cases.length === 0)
      ? ['proceedings']
      : []),
    ...(isOver(referral) && cases.every(({ status }) => status === 'closed') ? [] : ['still-open']),
    ...(holds.some(stillHolds) ? ['hold'] : []),
    ...(referral.openRecalls ? ['recall-open'] : []),
  ];
}

/**
 * What becomes of a file whose time has come: it is erased, or it is said why not and looked at again.
 * The period that counts is that of the pack by now, so that a longer one keeps what still stands.
 */
export function fallDue(due: Due, edition: Edition): Decision & { readonly erases: boolean } {
  const { referral, retention, at } = due;
  const until = after(retention.since, ruleFor(referral, edition), edition);
  const because = [...heldBy(due, edition), ...(until > at ? ['longer-period'] : [])];
  const changed: Retention = { ...retention, version: retention.version + 1 };
  if (because.length > 0) {
    const next = Temporal.Instant.from(at).add({ hours: 24 * edition.retention.lookAgainDays });
    const [, deadline] = [until, text(next)].toSorted();
    const kept = { ...changed, deadline, kept: { at, because } };
    return {
      ...decided(due, kept, referral, 'erasure.held', { because: because.join(' ') }),
      erases: false,
    };
  }
  const gone = { ...changed, watched: undefined, deadline: undefined, erasedAt: at };
  const erased: Referral = { ...referral, erased: { at, rule: retention.rule } };
  return { ...decided(due, gone, erased, 'file.erased', { rule: retention.rule }), erases: true };
}

function decided(
  { at, event }: Due,
  retention: Retention,
  referral: Referral,
  type: JournalEvent['type'],
  codes: Record<string, string>,
): Decision {
  const version = referral.version + 1;
  const lead = leadOf(referral);
  const told: JournalEvent = {
    ...{ id: event, type, at, subject: retention.of, version, by: { sub: 'keep-files' } },
    file: referral.file,
    referral: referral.id,
    case: referral.status === 'submitted' ? undefined : referral.case,
    // Whoever leads must know that it is gone, and need not know each time that it is not.
    to: type === 'file.erased' && lead ? [lead] : [],
    codes,
  };
  return { kept: [retention, { ...referral, version }], events: [told] };
}
