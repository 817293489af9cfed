import { createHmac } from 'node:crypto';
import { numberKey } from '../domain/same-child/keys.ts';

/**
 * A person by the personal number, as nobody can tell it who has not got the hub's secret. Nothing
 * for a number that was only filled in.
 */
export const personHash =
  (secret: () => Promise<Uint8Array>) =>
  async (personalNumber: string | undefined): Promise<string | undefined> => {
    const key = numberKey(personalNumber);
    return (
      key &&
      createHmac('sha256', await secret())
        .update(`one ${key}`)
        .digest('base64url')
    );
  };
