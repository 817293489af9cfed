import type * as z from 'zod';
import { members } from '../store/members.ts';
import type { Table } from '../store/table.ts';
import type { ApiEnv } from './config.ts';
import type { Door } from './http.ts';
import { principals } from './principals.ts';
import { tokens } from './token.ts';

/** The door through which calls come: who is it, and what may they do. */
export const doorOf = (
  { TOKEN_ISSUER, TOKEN_JWKS_URI, CONSOLE_CLIENT_ID }: z.infer<typeof ApiEnv>,
  hubTable: Table,
  access?: Door['access'],
): Door => ({
  tokens: tokens({
    issuer: TOKEN_ISSUER,
    jwksUri: TOKEN_JWKS_URI,
    consoleClient: CONSOLE_CLIENT_ID,
  }),
  principals: principals(members(hubTable), Date.now),
  ...(access && { access }),
});
