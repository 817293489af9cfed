import * as z from 'zod';
import { ApiEnv } from '../../shared/platform/config.ts';

export const Env = ApiEnv.extend({
  USER_POOL_ID: z.string().min(1),
  /** Where Cognito's own API is. */
  USER_POOL_URL: z.url(),
});
