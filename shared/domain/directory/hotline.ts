import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

export const Hotline = z
  .strictObject({
    number: z.string().regex(/^[0-9 ]{3,10}$/),
    name: Labels,
    use: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Hotline = z.infer<typeof Hotline>;
