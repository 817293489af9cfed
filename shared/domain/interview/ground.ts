import * as z from 'zod';
import { type Household, inForce } from '../family/household.ts';
import { shieldOf } from '../family/shield.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Code } from '../text.ts';
import type { Explained } from './explained.ts';
import type { Ground, Interview } from './interview.ts';
import { stillCounts } from './who-speaks.ts';

/**
 * What somebody said of whether the child may be interviewed. Void where that person does not, or
 * may not, represent the child: it is on record and counts for nothing. Who it was is sealed.
 */
export const Consent = z.object({
  ...part('consent'),
  result: z.enum(['given', 'refused']),
  capacity: Code,
  valid: z.boolean(),
  /** Why it is void. */
  because: z.array(Code),
});
export type Consent = z.infer<typeof Consent>;

interface Asked {
  readonly age: number | undefined;
  readonly order: Interview['order'];
  readonly consents: readonly Consent[];
  readonly household: Household;
  readonly at: string;
}

/**
 * On what ground the child may be interviewed, as things stand now: a consent ends with its
 * representative. Under the age, nothing starts without one; a court's order stands above all.
 */
export function groundOf(asked: Asked, edition: Edition): Ground {
  const { age, order, consents } = asked;
  if (order) return 'court-order';
  if (age !== undefined && age >= edition.interview.thresholds.consentUnderYears) {
    return 'no-consent-needed';
  }
  const last = consents.filter((one) => counts(one, asked)).at(-1);
  if (!last) return 'consent-awaited';
  return last.result === 'given' ? 'consent-given' : 'consent-refused';
}

function counts({ valid, at }: Consent, { household, at: now }: Asked): boolean {
  const spoken = inForce(household.speakers, now) !== undefined;
  return valid && spoken && stillCounts(at, household) && shieldOf(household, now).length === 0;
}

/** Whether it may begin on this ground; planned and held it may be on any. */
export const mayStart = (ground: Ground): boolean =>
  ground === 'no-consent-needed' || ground === 'consent-given' || ground === 'court-order';

export function groundReasons(
  ground: Ground,
  age: number | undefined,
  { interview: { thresholds } }: Edition,
): Explained[] {
  const values = { years: thresholds.consentUnderYears };
  const line = (code: string): Explained => ({ about: 'consent', code });
  const byAge =
    age === undefined
      ? 'age-unknown-consent'
      : age < thresholds.consentUnderYears
        ? 'under-consent-age'
        : 'consent-age-reached';
  return [{ ...line(byAge), values }, line(ground)];
}
