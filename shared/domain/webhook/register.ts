import { Refusal } from '../refusal.ts';
import { ENDPOINTS_MOST, type SigningKey, type WebhookEndpoint } from './endpoint.ts';

/** What the owner of an endpoint decides about it. */
export type Wish = Pick<
  WebhookEndpoint,
  'url' | 'events' | 'description' | 'contact' | 'payload' | 'limits'
>;

interface Registering {
  readonly id: WebhookEndpoint['id'];
  readonly agency: WebhookEndpoint['agency'];
  readonly keys: readonly SigningKey[];
  /** Has to come back from the address before anything real is sent there. */
  readonly token: string;
  readonly at: string;
}

/** A new endpoint: nobody has shown yet that the address is the agency's own. */
export function registered(
  wish: Wish,
  { id, agency, keys, token, at }: Registering,
  there: readonly unknown[],
): WebhookEndpoint {
  if (there.length >= ENDPOINTS_MOST) throw new Refusal('too-many-endpoints');
  return {
    ...{ what: 'endpoint', id, agency, version: 1 },
    ...wish,
    ...{ keys: [...keys], state: 'unproven', proof: { token, tries: 0 } },
    ...{ createdAt: at, next: at },
  };
}

interface Changing {
  /** Taken where the address changes: what was proved of the old one says nothing of the new. */
  readonly token: string;
  readonly at: string;
}

/** An endpoint as its owner wants it now, as a whole. */
export function changed(endpoint: WebhookEndpoint, wish: Wish, by: Changing): WebhookEndpoint {
  const { description: _, contact: __, ...rest } = endpoint;
  const next = { ...rest, ...wish, version: endpoint.version + 1 };
  return wish.url === endpoint.url ? next : toBeProved(next, by);
}

/** Asked for proof from the beginning; what is disabled stays so. */
export function toBeProved(endpoint: WebhookEndpoint, { token, at }: Changing): WebhookEndpoint {
  const proof = { token, tries: 0 };
  if (endpoint.state === 'disabled') return { ...endpoint, proof };
  return { ...endpoint, state: 'unproven', proof, next: at };
}
