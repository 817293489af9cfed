import * as z from 'zod';
import { StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({
  /** Its own: what has to be tried again within minutes waits there. */
  DELIVERY_QUEUE_URL: z.url(),
  /** `yes` in the local hub only: an endpoint may then be http and on the loopback range. */
  ERTAD_ALLOW_LOOPBACK_WEBHOOKS: z.enum(['yes', 'no']),
});
