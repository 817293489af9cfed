import * as z from 'zod';
import { StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({
  /** `yes` in the local hub only: an endpoint may then be http and on the loopback range. */
  ERTAD_ALLOW_LOOPBACK_WEBHOOKS: z.enum(['yes', 'no']),
});
