import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** How the pack closes what is most dangerous to know. */
export const ProtectionRules = z.strictObject({
  seals: z
    .strictObject({
      /** Kinds of agency to which a seal may leave something open: those that investigate and judge. */
      mayStayOpenTo: z.array(AgencyKind).min(1).readonly(),
      /** Kinds of agency that seal: whatever they seal stays open to themselves. */
      sealedBy: AgencyKind,
      ...provenance,
    })
    .refine(isSourced, UNSOURCED),
});
export type ProtectionRules = z.infer<typeof ProtectionRules>;
