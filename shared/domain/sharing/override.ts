import { Temporal } from 'temporal-polyfill';
import type { AgencyKind } from '../directory/agency.ts';
import type { Decision } from '../journal/decision.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { isOver } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { text } from '../time.ts';
import { check, permitting, type Step, saidOf } from './consent.ts';
import { type SharingOverride, WATCHED_OVERRIDES } from './parts.ts';

interface Overriding extends Step {
  readonly reason: string;
  /** The reason in words, of which only the length counts here. */
  readonly words: string;
  readonly purposes: readonly string[];
  readonly recipients: readonly AgencyKind[];
  readonly days: number;
  readonly earlier: readonly SharingOverride[];
  readonly sealed: Sealed;
}

/**
 * A supervisor of the lead shares without consent, for a reason and a time, and the oversight body
 * sees it. It stands in for a consent and for nothing else: what a special mode hides stays hidden.
 */
export function override(call: Overriding, edition: Edition): Decision {
  const { referral, reason, words, days, earlier, by, at, sealed } = call;
  if (isOver(referral)) throw new Refusal('already-closed');
  check(call, edition);
  if (!edition.has('sharingOverrideReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const { longestDays, shortestReason } = edition.sharing.override;
  if ([...words].length < shortestReason) {
    throw new Refusal('override-reason-short', [
      { pointer: '/words', code: 'override-reason-short' },
    ]);
  }
  if (days > longestDays) {
    throw new Refusal('override-too-long', [{ pointer: '/days', code: 'override-too-long' }]);
  }
  const until = text(Temporal.Instant.from(at).add({ hours: 24 * days }));
  const number = nextNumber(earlier);
  const scope = { purposes: [...call.purposes], recipients: [...call.recipients], until };
  const decided: SharingOverride = {
    ...{ what: 'sharing-override', of: { kind: 'referral', id: referral.id }, number, version: 1 },
    ...{ file: referral.file, at, by: { sub: by.sub, agency: by.agency }, reason, ...scope },
    ...{ watched: WATCHED_OVERRIDES, deadline: until, sealed },
  };
  const permits = { by: 'override' as const, number, ...scope };
  const after = permitting(referral, [...(referral.permitted ?? []), permits]);
  const codes = { number: String(number), basis: 'override', reason };
  return { kept: [after, decided], events: [saidOf('sharing.overridden', after, call, codes)] };
}
