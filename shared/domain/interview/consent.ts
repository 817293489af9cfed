import type { Household } from '../family/household.ts';
import type { AgencyId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { changeVisit } from './change.ts';
import type { Consent } from './ground.ts';
import type { Interview } from './interview.ts';
import { voidBecause } from './who-speaks.ts';

type Changing = Parameters<typeof changeVisit>[0];
type Recording = Omit<Changing, 'type' | 'codes' | 'kept' | 'also'>;

/** What somebody said, with whether it counts: of whoever is accused or tied to one it never does. */
export function consentOf(
  said: Omit<Consent, 'valid' | 'because'>,
  household: Household,
  edition: Edition,
): Consent {
  if (!edition.has('capacities', said.capacity)) {
    throw new Refusal('unknown-code', [{ pointer: '/capacity', code: 'unknown-code' }]);
  }
  const because = voidBecause(household, said.capacity, said.at, edition);
  return { ...said, valid: because.length === 0, because };
}

/** A consent or a refusal goes on record; where it counts, it changes the ground of the visit. */
export function recordConsent(
  recording: Recording & { readonly consent: Consent },
  edition: Edition,
): Decision {
  const { consent, planning } = recording;
  const consents = [...planning.consents, consent];
  return changeVisit(
    {
      ...recording,
      planning: { ...planning, consents },
      kept: [consent],
      type: 'consent.recorded',
      codes: { result: consent.result, valid: consent.valid ? 'yes' : 'no' },
    },
    edition,
  );
}

/** A court's order stands above what anybody says of the visit; it is known by its number. */
export function recordOrder(
  recording: Recording & { readonly document: string; readonly court: AgencyId },
  edition: Edition,
): Decision {
  const { visit, planning, document, court, step } = recording;
  if (edition.agency(court)?.kind !== 'court') {
    throw new Refusal('unknown-agency', [{ pointer: '/court', code: 'unknown-agency' }]);
  }
  if (visit.order) throw new Refusal('order-recorded');
  const order: NonNullable<Interview['order']> = { document, court, at: step.at };
  return changeVisit(
    {
      ...recording,
      planning: { ...planning, order },
      also: { order },
      type: 'order.recorded',
      codes: { document, court },
    },
    edition,
  );
}
