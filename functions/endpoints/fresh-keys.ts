import { Refusal } from '../../shared/domain/refusal.ts';
import type { Scheme, SigningKey, WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { bytesOf, freshKey, webhookKey } from '../../shared/platform/webhook-keys.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';

const PREFIX = 'whsec_';
/** Of a secret; Standard Webhooks asks for 24 to 64. */
const BYTES_LEAST = 24;

interface Wanted {
  readonly endpoint: Pick<WebhookEndpoint, 'id' | 'agency'>;
  readonly schemes: readonly Scheme[];
  /** The number of the first. */
  readonly number: number;
  readonly at: string;
  /** The owner's own for `v1`, in place of one that the hub makes. */
  readonly own?: string | undefined;
}

/** The ways to sign by the word for them. */
export const schemesIn = (signing: Scheme | 'both'): Scheme[] =>
  signing === 'both' ? ['v1', 'v1a'] : [signing];

/**
 * New keys as they are kept, and the secret that is shown once. What signs `v1a` never leaves the hub:
 * the receiver verifies with the public half, and cannot be taken for the hub by whoever steals it.
 */
export async function freshKeys(
  secrets: Pick<WebhookSecrets, 'seal'>,
  { endpoint, schemes, number, at, own }: Wanted,
): Promise<{ readonly keys: SigningKey[]; readonly secret: string | undefined }> {
  if (own !== undefined) checkOwn(own, schemes);
  const texts = schemes.map((scheme) => ({
    scheme,
    ...(scheme === 'v1' && own !== undefined ? { secret: own } : freshKey(scheme)),
  }));
  const keys = texts.map(async ({ scheme, secret, ...pair }, place): Promise<SigningKey> => {
    const sealed = await secrets.seal(endpoint, secret);
    const half = 'public' in pair && pair.public ? { public: pair.public } : {};
    return { number: number + place, scheme, secret: sealed, ...half, createdAt: at };
  });
  const shown = texts.find(({ scheme }) => scheme === 'v1');
  return { keys: await Promise.all(keys), secret: shown?.secret };
}

function checkOwn(own: string, schemes: readonly Scheme[]): void {
  const refused = (code: 'secret-without-v1' | 'secret-malformed' | 'secret-too-short') =>
    new Refusal(code, [{ pointer: '/secret', code }]);
  if (!schemes.includes('v1')) throw refused('secret-without-v1');
  const bytes = own.startsWith(PREFIX) ? bytesOf(own.slice(PREFIX.length)) : undefined;
  if (bytes && bytes.length < BYTES_LEAST) throw refused('secret-too-short');
  if (!bytes || !webhookKey(own)) throw refused('secret-malformed');
}
