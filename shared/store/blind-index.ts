import { createHmac } from 'node:crypto';
import type { SameChildKey } from '../domain/same-child/keys.ts';

/**
 * Says which secrets a hash was made with. A new generation is entered beside the old one for as
 * long as sightings are kept; then the old secret is destroyed.
 */
const VERSION = 1;

/** By what a person is found, each with a secret of its own: one that leaks tells nothing of the others. */
export type BlindPurpose = 'number' | 'name' | 'person';

/** The hub's secret for a purpose. */
export type BlindSecrets = Readonly<Record<BlindPurpose, () => Promise<Uint8Array>>>;

/** What the secret of a purpose is called among the hub's secrets. */
export const blindSecretName = <P extends BlindPurpose>(purpose: P) =>
  `blind-${purpose}-${VERSION}` as const;

/** A text as nobody can tell it, or find it by guessing, who has not got the secret. */
export const blinded = async (
  secrets: BlindSecrets,
  purpose: BlindPurpose,
  text: string,
): Promise<string> => {
  const hash = createHmac('sha256', await secrets[purpose]())
    .update(text)
    .digest('base64url');
  return `${VERSION}.${hash}`;
};

/** Where the reports stand that may be about one child. */
export const childPlace = async (secrets: BlindSecrets, key: SameChildKey): Promise<string> =>
  `CHILD#${await blinded(secrets, key.startsWith('number ') ? 'number' : 'name', key)}`;
