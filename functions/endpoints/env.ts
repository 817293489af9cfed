import * as z from 'zod';
import { ApiEnv } from '../../shared/platform/config.ts';

export const Env = ApiEnv.extend({
  DELIVERY_QUEUE_URL: z.url(),
  /** `yes` in the local hub only: an endpoint may then be http and on the loopback range. */
  ERTAD_ALLOW_LOOPBACK_WEBHOOKS: z.enum(['yes', 'no']),
});
