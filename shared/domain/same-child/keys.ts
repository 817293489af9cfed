import { folded } from './latin.ts';

/** What is known of who a child is, as far as it can tell one child from another. */
export interface KnownIdentity {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly personalNumber?: string | undefined;
  readonly birthDate?: string | undefined;
}

/** By what a child is found, in clear: its number, or its name with the birth date. */
export type SameChildKey = `number ${string}` | `name ${string}`;

/** Eleven times the same digit is what people type where a form insists on a number. */
const FILLED_IN = /^(\d)\1+$/;

/** The text of a personal number, where it is one. */
export const numberKey = (personalNumber: string | undefined): `number ${string}` | undefined =>
  personalNumber && !FILLED_IN.test(personalNumber) ? `number ${personalNumber}` : undefined;

const words = (name: string | undefined): string[] =>
  (name ?? '')
    .split(/[\s\p{Pd}_.,/]+/u)
    .map(folded)
    .filter((word) => word !== '');

/**
 * The texts by which two reports of one child find each other: the personal number, and the name
 * with the birth date. A name alone, an age or a single word of a name is too little: it would join
 * children who have nothing to do with each other. In clear only here; outside only their hashes.
 */
export function sameChildKeys(identity: KnownIdentity): SameChildKey[] {
  const { personalNumber, birthDate } = identity;
  const number = numberKey(personalNumber);
  // Which of them is the family name people mix up, so their order says nothing.
  const name = [...words(identity.givenName), ...words(identity.familyName)].toSorted();
  const whole =
    birthDate && name.length > 1 ? [`name ${name.join(' ')} born ${birthDate}` as const] : [];
  return [...(number ? [number] : []), ...whole];
}
