import * as z from 'zod';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** A law by the name under which rules of access and sharing cite it, in both languages. */
export const LegalBasis = z
  .strictObject({ ka: z.string().min(1), en: z.string().min(1), ...provenance })
  .refine(isSourced, UNSOURCED);
export type LegalBasis = z.infer<typeof LegalBasis>;
