import type { Person } from './draft.ts';

/** By what one of the agency's people is known: whom an operator enrolled has no name here. */
export const called = ({ name, account, mail }: Partial<Person>): string =>
  name ?? account ?? mail ?? '';

/** Who is meant by an account. */
export const calledBy = (people: readonly Person[], account: string): string =>
  called(people.find((one) => one.account === account) ?? { account });
