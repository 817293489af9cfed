import * as z from 'zod';
import { part } from '../part.ts';
import { Code } from '../text.ts';

/** Something at the visit is done otherwise than usual: by code, and why in sealed words. */
export const Exception = z.object({ ...part('exception'), code: Code });
export type Exception = z.infer<typeof Exception>;
