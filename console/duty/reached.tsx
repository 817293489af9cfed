import type { Shift } from './week.ts';

interface Callable {
  readonly name: string;
  readonly phone: string;
}

/** Somebody with the number to call; a touch calls. */
export const Reached = ({ name, phone }: Callable) => (
  <>
    {name}{' '}
    <a className="duty-call" href={`tel:${phone.replaceAll(/\s/g, '')}`}>
      {phone}
    </a>
  </>
);

/** The names of those on duty, in the order in which they are called. */
export const namesOf = (
  shifts: readonly Shift[],
  people: readonly { readonly name: string }[],
): string => shifts.map(({ person }) => people[person]?.name ?? '').join(', ');
