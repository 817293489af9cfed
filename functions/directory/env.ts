import * as z from 'zod';
import { ApiEnv } from '../../shared/platform/config.ts';

export const Env = ApiEnv.extend({
  /** Where people and systems sign in: named by the published contract. */
  AUTHORIZATION_URL: z.url(),
  TOKEN_URL: z.url(),
});
