import { useCodes } from '../api/use-lists.ts';

/** A qualification or a role for which nothing more is asked, in words. */
export function useQualifications() {
  const [qualifications, roles] = [useCodes('qualifications'), useCodes('visitRoles')];
  const known = new Set(qualifications.map(({ value }) => value));
  return [...qualifications, ...roles.filter(({ value }) => !known.has(value))];
}
