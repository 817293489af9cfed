import type { Client } from './people.ts';

/** An access token by client credentials, straight from the provider. */
export async function requestToken(identityPort: number, client: Client | undefined) {
  if (!client) throw new Error('The local hub has no such client; see infra/local/people.ts.');
  const answer = await fetch(`http://127.0.0.1:${identityPort}/identity/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}`,
    },
    body: 'grant_type=client_credentials&scope=ertad/api',
  });
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`);
  const { access_token } = (await answer.json()) as { readonly access_token: string };
  return access_token;
}
