import type { Case } from '../domain/case/case.ts';
import type { Records } from './records.ts';

type Read = Pick<Records, 'case'>;

/** The case that goes on for this one: itself, or the older one of the same child. */
export async function rootOf(records: Read, one: Case): Promise<Case> {
  return one.joinedTo ? rootOf(records, await records.case(one.joinedTo)) : one;
}

/** All cases of the same child as far as they are joined, the one that goes on first. */
export async function familyOf(records: Read, one: Case): Promise<Case[]> {
  // Most cases stand alone, and that costs no read.
  if (!one.joinedTo && !one.joined) return [one];
  return withJoined(records, await rootOf(records, one));
}

/** This case with all that it goes on for. */
export async function withJoined(records: Read, one: Case): Promise<Case[]> {
  const joined = await Promise.all((one.joined ?? []).map((id) => records.case(id)));
  const further = await Promise.all(joined.map((each) => withJoined(records, each)));
  return [one, ...further.flat()];
}
