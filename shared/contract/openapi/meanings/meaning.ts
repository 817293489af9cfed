import type * as z from 'zod';
import type { Words } from '../../common.ts';

export type Meaning = z.infer<typeof Words>;
/** By the name of a field; where that means something else in one schema, as `Schema.field`. */
export type Meanings = Readonly<Record<string, Meaning>>;

export const w = (ka: string, en: string): Meaning => ({ ka, en });
