import * as z from 'zod';

export const Env = z.object({
  TABLE_NAME: z.string().min(1),
  VAULT_KEY_ID: z.string().min(1),
  /** Where heads are put that nobody can take back. */
  HEADS_URL: z.url(),
  HEADS_BUCKET: z.string().min(1),
});
