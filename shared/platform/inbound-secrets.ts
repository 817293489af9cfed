import type { InboundKey, VerifyingKey } from '../domain/inbound/inbound-key.ts';
import type { SealedBox } from '../domain/webhook/endpoint.ts';
import { inboundKeyKey } from '../store/keys.ts';
import type { Vault } from './vault.ts';
import type { KeyText } from './webhook-keys.ts';

type Owned = Pick<InboundKey, 'id' | 'agency'>;

/** Secrets that partners sign with: shown once, then kept sealed at the place of their door. */
export const inboundSecrets = (vault: Pick<Vault, 'sealText' | 'openText'>) => {
  const place = ({ agency, id }: Owned) => ({
    ...inboundKeyKey(agency, id),
    file: id,
    agency,
  });
  const nameOf = (number: number) => `inbound-secret-${number}`;
  return {
    seal: (door: Owned, number: number, secret: string): Promise<SealedBox> =>
      vault.sealText(place(door), nameOf(number), secret),

    /** What a signature is checked by: the secret, or the public key as it is. */
    async open(door: Owned, key: VerifyingKey): Promise<KeyText> {
      if (key.scheme === 'v1a') return { secret: key.public };
      return { secret: await vault.openText(place(door), nameOf(key.number), key.secret) };
    },
  };
};
export type InboundSecrets = ReturnType<typeof inboundSecrets>;
