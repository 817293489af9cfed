import { randomBytes } from 'node:crypto';
import type { SealedBox, WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { endpointKey } from '../store/keys.ts';
import type { SealedText, Vault } from './vault.ts';

/** Standard Webhooks asks for 24 to 64 random bytes. */
const SECRET_BYTES = 32;

type Owned = Pick<WebhookEndpoint, 'id' | 'agency'>;

/** Secrets of webhook endpoints: shown once, then kept sealed at the endpoint's place. */
export const webhookSecrets = (vault: Pick<Vault, 'sealText' | 'openText'>) => {
  const place = ({ agency, id }: Owned) => ({ ...endpointKey(agency, id), file: id });
  return {
    fresh: (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
    seal: (endpoint: Owned, secret: string): Promise<SealedText> =>
      vault.sealText(place(endpoint), 'webhook-secret', secret),
    open: (endpoint: Owned, secret: SealedBox): Promise<string> =>
      vault.openText(place(endpoint), 'webhook-secret', secret),
  };
};
export type WebhookSecrets = ReturnType<typeof webhookSecrets>;
