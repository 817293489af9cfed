import * as z from 'zod';
import type { AgencyId, EventId } from '../ids.ts';
import { AgencyId as Agency } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

const Who = z.object({ sub: z.string(), agency: Agency, at: Instant });

/** Why a file must not be erased although its time may have come; it counts from the first call on. */
export const Hold = z.object({
  ...part('hold'),
  reason: Code,
  /** One person asked to lift it; it still counts. */
  liftingAsked: Who.optional(),
  /** Another one lifted it. */
  lifted: Who.optional(),
});
export type Hold = z.infer<typeof Hold>;

/** The list of the oversight body in which a hold stands while a second person is awaited. */
const WATCHED = 'holds';

export const stillHolds = ({ lifted }: Hold): boolean => lifted === undefined;

interface Acting {
  readonly referral: Referral;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

interface Setting extends Acting {
  readonly earlier: readonly Hold[];
  readonly reason: string;
  readonly sealed: Sealed;
}

/** Holds a file. Whoever is in doubt may keep it: that needs no second person. */
export function setHold(call: Setting, edition: Edition): Decision {
  const { referral, by, at, reason, sealed, earlier } = call;
  if (referral.erased) throw new Refusal('content-erased');
  if (!edition.has('erasureHolds', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const hold: Hold = {
    ...{ what: 'hold', of: { kind: 'referral', id: referral.id }, number: nextNumber(earlier) },
    ...{ version: 1, file: referral.file, at, by: { sub: by.sub, agency: by.agency } },
    reason,
    sealed,
  };
  return decided(hold, 'hold.set', call);
}

/** Asks to lift a hold. It counts on until another person agrees. */
export function askLifting(hold: Hold, call: Acting & { readonly sealed: Sealed }): Decision {
  if (hold.lifted) throw new Refusal('hold-lifted-already');
  if (hold.liftingAsked) throw new Refusal('lifting-asked-already');
  const { by, at, sealed } = call;
  const liftingAsked = { sub: by.sub, agency: by.agency, at };
  const asked: Hold = {
    ...hold,
    version: hold.version + 1,
    watched: WATCHED,
    liftingAsked,
    sealed,
  };
  return decided(asked, 'hold.lifting-asked', call);
}

/** A second person lifts it. */
export function confirmLifting(hold: Hold, call: Acting): Decision {
  const { by, at } = call;
  if (hold.lifted) throw new Refusal('hold-lifted-already');
  if (!hold.liftingAsked) throw new Refusal('lifting-not-asked');
  if (hold.liftingAsked.sub === by.sub) throw new Refusal('second-person-needed');
  const lifted = { sub: by.sub, agency: by.agency, at };
  return decided(
    { ...hold, version: hold.version + 1, watched: undefined, lifted },
    'hold.lifted',
    call,
  );
}

function decided(hold: Hold, type: EventType, { referral, by, at, event }: Acting): Decision {
  const changed: Referral = { ...referral, version: referral.version + 1 };
  const lead = leadOf(referral);
  const told: JournalEvent = {
    ...{ id: event, type, at, subject: hold.of, version: changed.version },
    by: { sub: by.sub, agency: by.agency },
    file: referral.file,
    referral: referral.id,
    to: lead && lead !== by.agency ? [lead] : [],
    codes: { number: String(hold.number), reason: hold.reason },
  };
  return { kept: [hold, changed], events: [told] };
}
