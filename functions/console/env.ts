import * as z from 'zod';

export const Env = z.object({
  /** Where people sign in, get their tokens and sign out; and as which client. */
  AUTHORIZATION_URL: z.url(),
  TOKEN_URL: z.url(),
  SIGN_OUT_URL: z.url(),
  CONSOLE_CLIENT_ID: z.string().min(1),
});
