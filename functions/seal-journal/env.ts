import * as z from 'zod';

/** It opens no file: the key service alone is asked, for the secret from which the entries' keys follow. */
export const Env = z.object({ TABLE_NAME: z.string().min(1), VAULT_KEY_ID: z.string().min(1) });
