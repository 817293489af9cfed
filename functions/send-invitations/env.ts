import * as z from 'zod';
import { ChannelsEnv } from '../../shared/platform/channels/channels.ts';
import { StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({
  MAIL_URL: ChannelsEnv.shape.MAIL_URL,
  MAIL_FROM: ChannelsEnv.shape.MAIL_FROM,
  /** Where people open the hub; ends with a slash. */
  HUB_URL: z.url(),
});
