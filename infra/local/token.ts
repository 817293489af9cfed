import { clients } from './people.ts';

/** An access token by client credentials. */
export async function requestToken(issuer: string, clientId: string): Promise<string> {
  const client = clients.find(({ id }) => id === clientId);
  if (!client) throw new Error(`The local hub has no client ${clientId}; see people.ts.`);
  const answer = await fetch(`${issuer}/token`, {
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
