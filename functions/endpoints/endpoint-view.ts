import { signingAt, type WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { EndpointContacts } from '../../shared/platform/endpoint-contacts.ts';

interface Deps {
  readonly contacts: Pick<EndpointContacts, 'open'>;
  readonly now: () => string;
}

/** An endpoint as its owner sees it: never a secret, nor the token that has to come back. */
export async function endpointView({ contacts, now }: Deps, endpoint: WebhookEndpoint) {
  const { id, url, events, description, payload, limits, state, disabled, proof } = endpoint;
  const asksAgain = state === 'unproven' && endpoint.next;
  const keys = signingAt(endpoint, now()).map((key) => ({
    ...{ number: key.number, scheme: key.scheme, publicKey: key.public },
    ...{ createdAt: key.createdAt, until: key.until },
  }));
  return {
    ...{ id, url, events, description, payload, limits, state, disabled },
    contact: await contacts.open(endpoint),
    proof: {
      ...{ provedAt: proof.provedAt, tries: proof.tries },
      ...(asksAgain && { askedAgainAt: asksAgain }),
    },
    ...{ keys, createdAt: endpoint.createdAt, version: endpoint.version },
    links: linksOf(id),
  };
}

function linksOf(id: WebhookEndpoint['id']) {
  const self = `/v1/webhook-endpoints/${id}`;
  const actions = ['deliveries', 'rotations', 'challenge', 'test', 'disable', 'enable'] as const;
  return { self, ...Object.fromEntries(actions.map((name) => [name, `${self}/${name}`])) };
}
