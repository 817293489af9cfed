import { Temporal } from 'temporal-polyfill';
import type { Case } from '../case/case.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import { countFrom, type Retention, ruleFor } from './retention.ts';

interface Ending {
  readonly case: Case;
  /** The referrals of the case, each with what was counted for it before. */
  readonly referrals: readonly {
    readonly referral: Referral;
    readonly earlier?: Retention | undefined;
  }[];
  readonly outcome: string;
  readonly endedAt: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
}

/**
 * The prosecutor says that criminal proceedings have ended, or were never opened. Until then every
 * record of violence is held; from then on the pack's period counts. Said anew, it counts anew.
 */
export function endProceedings(call: Ending, edition: Edition): Decision {
  const { case: opened, outcome, endedAt, at, by } = call;
  if (!edition.has('proceedingsOutcomes', outcome)) {
    throw new Refusal('unknown-code', [{ pointer: '/outcome', code: 'unknown-code' }]);
  }
  if (Temporal.Instant.compare(endedAt, at) > 0) {
    throw new Refusal('in-the-future', [{ pointer: '/endedAt', code: 'in-the-future' }]);
  }
  const ended: Case = {
    ...opened,
    version: opened.version + 1,
    proceedings: { endedAt, outcome, at, by: { sub: by.sub, agency: by.agency } },
  };
  const counted = call.referrals
    .filter(({ referral }) => !referral.erased)
    .filter(({ referral }) => ruleFor(referral, edition).from === 'proceedings-ended')
    .map((one) => counting(one, call, edition));
  const told = event(call, 'proceedings.ended', { kind: 'case', id: opened.id }, ended.version);
  const lead = opened.lead === by.agency ? [] : [opened.lead];
  return {
    kept: [ended, ...counted.flatMap(({ kept }) => kept)],
    events: [
      { ...told, case: opened.id, referral: opened.referral, to: lead, codes: { outcome } },
      ...counted.flatMap(({ events }) => events),
    ],
  };
}

function counting(
  { referral, earlier }: Ending['referrals'][number],
  call: Ending,
  edition: Edition,
): Decision {
  const { at, by, endedAt: since } = call;
  const version = referral.version + 1;
  const retention = countFrom({ referral, earlier, since, at, by }, edition);
  const subject = { kind: 'referral', id: referral.id } as const;
  const told = event(call, 'erasure.scheduled', subject, version);
  const codes = { rule: retention.rule, day: (retention.deadline ?? '').slice(0, 10) };
  return {
    kept: [{ ...referral, version }, retention],
    events: [{ ...told, file: referral.file, referral: referral.id, codes }],
  };
}

const event = (
  { newEvent, at, by }: Ending,
  type: JournalEvent['type'],
  subject: JournalEvent['subject'],
  version: number,
): JournalEvent => ({
  ...{ id: newEvent(), type, at, subject, version, to: [] },
  by: { sub: by.sub, agency: by.agency },
});
