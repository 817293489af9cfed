import * as z from 'zod';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** ISO 3166-2 code of a Georgian region, such as `GE-IM`. */
export const RegionId = z.string().regex(/^[A-Z]{2}-[A-Z]{2}$/);

/** The official Latin name in lower case, such as `zestaponi`. */
export const MunicipalityId = z.string().regex(/^[a-z]+$/);

export const Region = z.strictObject({
  id: RegionId,
  /** Name part of the ids of its agencies: `police-imereti`. */
  slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: Labels,
  aliases: z.array(z.string().min(1)),
});
export type Region = z.infer<typeof Region>;

export const Municipality = z.strictObject({
  id: MunicipalityId,
  /** Code of the municipality in the budget classification. */
  code: z.string().regex(/^\d{2}$/),
  region: RegionId,
  name: Labels,
  /** Common Latin and Russian forms by which people look for it. */
  aliases: z.array(z.string().min(1)),
  /** Not under the control of the Georgian government: no agency can act there. */
  occupied: z.literal(true).optional(),
});
export type Municipality = z.infer<typeof Municipality>;

export const Areas = z
  .strictObject({
    regions: z.array(Region),
    municipalities: z.array(Municipality),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Areas = z.infer<typeof Areas>;
