import type { NamedPerson } from '../domain/family/named.ts';

interface Stated {
  readonly personalNumber?: string | undefined;
}
type PersonHash = (personalNumber: string | undefined) => Promise<string | undefined>;

/** The persons somebody names, each by the hash of its personal number where that was stated. */
export const namedPersons = (
  personHash: PersonHash,
  as: NamedPerson['as'],
  persons: readonly Stated[],
): Promise<NamedPerson[]> =>
  Promise.all(
    persons.map(async ({ personalNumber }) => {
      const hash = await personHash(personalNumber);
      return { as, ...(hash && { hash }) };
    }),
  );
