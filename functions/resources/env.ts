import * as z from 'zod';
import { ApiEnv } from '../../shared/platform/config.ts';

export const Env = ApiEnv.extend({
  /** Where people open the hub; ends with a slash. The link in a calendar entry. */
  HUB_URL: z.url(),
});
