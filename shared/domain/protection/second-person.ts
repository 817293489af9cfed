import type { AgencyId } from '../ids.ts';

/** Who did the first step; an agency's system does not tell who pressed the button. */
export interface FirstPerson {
  readonly sub: string;
  readonly through: 'person' | 'system';
}

/** Who wants to do the second. */
export interface SecondPerson extends FirstPerson {
  readonly agency: AgencyId;
  readonly supervisor: boolean;
  readonly oversight: boolean;
}

/**
 * A supervisor of the lead unit or of the oversight body, by an account of their own, other than the
 * one of the first step. What a system did may have been done by that very supervisor: then only the
 * oversight body is a second person.
 */
export function isSecondPerson(first: FirstPerson, by: SecondPerson, lead: AgencyId): boolean {
  const another = by.through === 'person' && by.supervisor && by.sub !== first.sub;
  return another && (by.oversight || (by.agency === lead && first.through === 'person'));
}
