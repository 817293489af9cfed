import type { SealedBox, WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { endpointKey } from '../store/keys.ts';
import type { SealedText, Vault } from './vault.ts';

type Owned = Pick<WebhookEndpoint, 'id' | 'agency'>;

/**
 * What belongs to an endpoint and is no child's record: its secrets, shown once and then kept sealed
 * at the endpoint's place, and what its system answered, which is another's words.
 */
export const webhookSecrets = (vault: Pick<Vault, 'sealText' | 'openText'>) => {
  const place = ({ agency, id }: Owned) => ({ ...endpointKey(agency, id), file: id, agency });
  const kept = (name: string) => ({
    seal: (endpoint: Owned, words: string): Promise<SealedText> =>
      vault.sealText(place(endpoint), name, words),
    open: (endpoint: Owned, sealed: SealedBox): Promise<string> =>
      vault.openText(place(endpoint), name, sealed),
  });
  const secret = kept('webhook-secret');
  const excerpt = kept('webhook-excerpt');
  return { ...secret, sealExcerpt: excerpt.seal, openExcerpt: excerpt.open };
};
export type WebhookSecrets = ReturnType<typeof webhookSecrets>;
