import * as z from 'zod';
import { personToken } from '../../infra/local/person-token.ts';

const Token = z.object({ access_token: z.string() });

/** A person signs in; an agency's system gets its token by client credentials (infra/local/people.ts). */
export async function freshToken(hub: string, client: string): Promise<string> {
  if (client.startsWith('person-')) return personToken(hub, client);
  const answer = await fetch(`${hub}/identity/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${client}:local-${client}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=ertad/api',
  });
  if (!answer.ok) throw new Error(`no token for ${client}: ${answer.status}`);
  return Token.parse(await answer.json()).access_token;
}
