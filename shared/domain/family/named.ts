import * as z from 'zod';

/**
 * A person named in a child's record. The personal number itself is kept nowhere: only its keyed
 * hash, and nothing where the number was not stated. A name is never compared.
 */
export const NamedPerson = z.object({
  as: z.enum(['alleged-perpetrator', 'speaker']),
  hash: z.string().optional(),
});
export type NamedPerson = z.infer<typeof NamedPerson>;

/** Stands on referrals and cases, so that access can decide by it. */
export const named = { named: z.array(NamedPerson).optional() };

interface Worker {
  readonly numberHash?: string | undefined;
}

/** The worker is one of the persons named: shut out at once, whatever anybody has decided. */
export const isOneOf = ({ numberHash }: Worker, persons: readonly NamedPerson[] = []): boolean =>
  numberHash !== undefined && persons.some(({ hash }) => hash === numberHash);

/** What nobody could compare: never taken to be safe. */
export const uncheckedIn = (persons: readonly NamedPerson[], { numberHash }: Worker) => ({
  personsWithoutNumber: persons.filter(({ hash }) => hash === undefined).length,
  you: numberHash === undefined ? ('not-checked' as const) : ('checked' as const),
});

/** The same without the personal number, as it is sealed. */
export const withoutNumber = <T extends { readonly personalNumber?: string | undefined }>({
  personalNumber: _,
  ...rest
}: T): Omit<T, 'personalNumber'> => rest;

interface Kind {
  readonly what: string;
}
interface Naming extends Kind {
  readonly id: string;
  readonly version: number;
  readonly named?: readonly NamedPerson[] | undefined;
}

/** All reports of the child name these persons as well, in the decision in which they were named. */
export function naming<R extends Naming, K extends Kind>(
  kept: readonly (K | R)[],
  referrals: readonly R[],
  persons: readonly NamedPerson[],
): (K | R)[] {
  if (persons.length === 0) return [...kept];
  const added = (one: R): R => ({ ...one, named: [...(one.named ?? []), ...persons] });
  const changed = kept.map((one) => (one.what === 'referral' ? added(one as R) : one));
  const there = kept.flatMap((one) => (one.what === 'referral' ? (one as R).id : []));
  const others = referrals.filter(({ id }) => !there.includes(id));
  return [...changed, ...others.map((one) => added({ ...one, version: one.version + 1 }))];
}
