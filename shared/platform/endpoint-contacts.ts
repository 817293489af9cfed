import {
  EndpointContact,
  type SealedBox,
  type WebhookEndpoint,
} from '../domain/webhook/endpoint.ts';
import { endpointKey } from '../store/keys.ts';
import type { Vault } from './vault.ts';

type Owned = Pick<WebhookEndpoint, 'id' | 'agency'>;

const NAME = 'webhook-contact';

/** Whom to tell that an endpoint does not answer: a person, so sealed at the endpoint's place. */
export const endpointContacts = (vault: Pick<Vault, 'sealText' | 'openText'>) => {
  const place = ({ agency, id }: Owned) => ({ ...endpointKey(agency, id), file: id, agency });
  return {
    seal: (endpoint: Owned, contact: EndpointContact): Promise<SealedBox> =>
      vault.sealText(place(endpoint), NAME, JSON.stringify(contact)),

    /** Nothing where the owner named nobody. */
    async open(
      endpoint: Owned & Pick<WebhookEndpoint, 'contact'>,
    ): Promise<EndpointContact | undefined> {
      if (!endpoint.contact) return undefined;
      const text = await vault.openText(place(endpoint), NAME, endpoint.contact);
      return EndpointContact.parse(JSON.parse(text));
    },
  };
};
export type EndpointContacts = ReturnType<typeof endpointContacts>;
