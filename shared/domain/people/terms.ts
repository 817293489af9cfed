import * as z from 'zod';
import { isElapsed, Length } from '../clock/definition.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

const elapsed = (unit: 'minutes' | 'hours') =>
  z
    .strictObject({ ...Length.shape, ...provenance })
    .refine(isElapsed, { error: 'access is counted in minutes or hours' })
    .refine((length) => length.unit === unit, { error: `in ${unit}` })
    .refine(isSourced, UNSOURCED);

/** What the pack says of accounts: how long each thing lasts. */
export const PeopleTerms = z.strictObject({
  /** A token, until it must be refreshed. */
  accessToken: elapsed('minutes').refine(({ amount }) => amount <= 15, {
    error: 'a token that was stolen is good for a quarter of an hour at most',
  }),
  /** A sign-in with the second factor, however often its token is refreshed. */
  signIn: elapsed('hours'),
  /** How old a sign-in may be where rights are given or taken. */
  freshSignIn: elapsed('minutes'),
  /** An invitation nobody has taken up. */
  invitation: elapsed('hours'),
  /** A proposal for the oversight body that no second person has confirmed. */
  proposal: elapsed('hours'),
});
export type PeopleTerms = z.infer<typeof PeopleTerms>;
