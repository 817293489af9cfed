import { numberKey } from '../domain/same-child/keys.ts';
import { type BlindSecrets, blinded } from './blind-index.ts';

/**
 * A person by the personal number, as nobody can tell it who has not got the hub's secret for it.
 * Nothing for a number that was only filled in.
 */
export const personHash =
  (secrets: BlindSecrets) =>
  async (personalNumber: string | undefined): Promise<string | undefined> => {
    const key = numberKey(personalNumber);
    return key && blinded(secrets, 'person', key);
  };
