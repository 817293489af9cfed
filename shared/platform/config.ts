import * as z from 'zod';

/** What every function needs: the one table, and the data keys with the key that wraps them. */
export const StoreEnv = z.object({
  TABLE_NAME: z.string().min(1),
  VAULT_KEY_ID: z.string().min(1),
  /** Where the wrapped data keys are kept. */
  KEYS_TABLE_NAME: z.string().min(1),
});

/** What every function behind the API needs to know about the tokens it accepts. */
export const ApiEnv = StoreEnv.extend({
  TOKEN_ISSUER: z.url(),
  TOKEN_JWKS_URI: z.url(),
  CONSOLE_CLIENT_ID: z.string().min(1),
});

/** Child centres to treat as open although the pack has them planned; comma between, may be empty. */
export const OpenCentres = z
  .string()
  .transform((list) => list.split(',').filter((id) => id !== ''));
