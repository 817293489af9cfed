import type { InboundKey, VerifyingKey } from '../../shared/domain/inbound/inbound-key.ts';
import type { InboundSecrets } from '../../shared/platform/inbound-secrets.ts';
import { freshKey } from '../../shared/platform/webhook-keys.ts';

/** What the partner asks for: a secret from the hub, or to be known by its own public key. */
type Offered = { readonly scheme: 'v1' } | { readonly scheme: 'v1a'; readonly publicKey: string };

interface Place {
  readonly door: Pick<InboundKey, 'id' | 'agency'>;
  readonly number: number;
  readonly at: string;
}

/** The key as it is kept, and the secret that is shown once; of the partner's own pair there is none. */
export async function offeredKey(
  secrets: Pick<InboundSecrets, 'seal'>,
  offered: Offered,
  { door, number, at }: Place,
): Promise<{ readonly key: VerifyingKey; readonly secret?: string }> {
  const common = { number, createdAt: at };
  if (offered.scheme === 'v1a') {
    return { key: { ...common, scheme: 'v1a', public: offered.publicKey } };
  }
  const { secret } = freshKey('v1');
  const sealed = await secrets.seal(door, number, secret);
  return { key: { ...common, scheme: 'v1', secret: sealed }, secret };
}
