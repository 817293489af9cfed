import * as z from 'zod';
import { StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({
  /** Child centres to treat as open although the pack has them planned; comma between, may be empty. */
  OPEN_CENTRES: z.string().transform((list) => list.split(',').filter((id) => id !== '')),
});
