import { type Household, inForce, isOutdated } from '../family/household.ts';
import { shieldOf } from '../family/shield.ts';
import type { Edition } from '../policy/edition.ts';

/** In which role somebody speaks for the child at the visit, and why not the legal representative. */
export interface Speaks {
  readonly role: 'legal-representative' | 'procedural-representative';
  readonly because: readonly string[];
}

/** Whoever is accused, lives with an accused or depends on one never represents the child. */
export function whoSpeaks(household: Household, at: string): Speaks {
  const speaker = inForce(household.speakers, at);
  const rules = shieldOf(household, at);
  if (speaker?.capacity === 'legal-representative' && rules.length === 0) {
    return { role: 'legal-representative', because: ['legal-representative'] };
  }
  const appointed = speaker?.capacity === 'procedural-representative';
  return {
    role: 'procedural-representative',
    because: [
      'procedural-representative',
      ...(appointed && rules.length === 0 ? ['representative-appointed'] : rules),
    ],
  };
}

/** Why what somebody says in a capacity is no consent and no refusal; empty where it counts. */
export function voidBecause(
  household: Household,
  capacity: string,
  at: string,
  edition: Edition,
): string[] {
  if (!edition.interview.thresholds.consentBy.includes(capacity))
    return ['capacity-cannot-consent'];
  const speaker = inForce(household.speakers, at);
  const rules = shieldOf(household, at);
  return speaker && speaker.capacity !== capacity ? ['not-the-representative', ...rules] : rules;
}

/** Said before somebody was named as an alleged perpetrator, it says nothing of that person. */
export const stillCounts = (saidAt: string, { perpetrators }: Household): boolean =>
  !isOutdated(saidAt, perpetrators);
