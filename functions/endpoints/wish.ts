import type { Bytes } from '../../shared/domain/ids.ts';
import type { EndpointContact, WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { Wish } from '../../shared/domain/webhook/register.ts';
import type { Changing } from './deps.ts';

type Told = Omit<Wish, 'contact' | 'description'> & {
  readonly description?: string | undefined;
  readonly contact?: EndpointContact | undefined;
};

/** What the owner decided, with the person in it sealed. */
export async function wishOf(
  { contacts }: Pick<Changing, 'contacts'>,
  endpoint: Pick<WebhookEndpoint, 'id' | 'agency'>,
  { url, events, description, contact, payload, limits }: Told,
): Promise<Wish> {
  return {
    ...{ url, events, payload, limits },
    ...(description !== undefined && { description }),
    ...(contact && { contact: await contacts.seal(endpoint, contact) }),
  };
}

/** Nobody can guess what has to come back. */
export const newToken = (bytes: Bytes): string => Buffer.from(bytes(32)).toString('base64url');
