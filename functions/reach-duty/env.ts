import * as z from 'zod';
import { ChannelsEnv } from '../../shared/platform/channels/channels.ts';
import { StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({
  ...ChannelsEnv.shape,
  /** A number that is always answered, called where the national desk's own roster has a gap. */
  DUTY_DESK_PHONE: z.string(),
  /** Where people open the hub; ends with a slash. */
  HUB_URL: z.url(),
});
