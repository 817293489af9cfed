import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { Labels } from '../labels.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { MunicipalityId, RegionId } from './area.ts';

/** Code speaks of kinds; names, areas and dates of agencies are policy data. */
export const AgencyKind = z.enum([
  'school',
  'resource-centre',
  'guardianship-body',
  'police',
  'prosecutor',
  'municipality',
  'child-centre',
  'forensic-bureau',
  'medical',
  'ngo',
  'hotline',
  'court',
  'legal-aid',
  'oversight',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** The whole country, for an agency whose area is national. */
export const NATIONAL = 'GE';

export const Agency = z.strictObject({
  id: AgencyId,
  kind: AgencyKind,
  name: Labels,
  /** Municipalities, regions, or the whole country (`GE`). */
  area: z.array(z.union([MunicipalityId, RegionId, z.literal(NATIONAL)])).min(1),
  /** Answers at any hour. */
  duty: z.literal(true).optional(),
  /** The unit that acts in its place where one of its own people is an alleged perpetrator. */
  standIn: AgencyId.optional(),
  /** Specialised court social workers who can represent a child in proceedings. */
  courtWorkers: z.int().min(1).optional(),
  /** A branch of another agency: known by name, never routed to on its own. */
  partOf: AgencyId.optional(),
  validFrom: z.iso.date(),
  /** Last day on which it exists under this name. */
  validTo: z.iso.date().optional(),
  successor: AgencyId.optional(),
  ...provenance,
});
export type Agency = z.infer<typeof Agency>;

const KindNote = z.strictObject(provenance).refine(isSourced, UNSOURCED);

/** What holds for each kind (where its names and areas come from), then the agencies. */
export const Agencies = z.strictObject({
  kinds: z.record(AgencyKind, KindNote),
  agencies: z.array(Agency),
});
export type Agencies = z.infer<typeof Agencies>;

export const CentreStatus = z.enum(['planned', 'open', 'closed']);
export type CentreStatus = z.infer<typeof CentreStatus>;

const StatusSince = z
  .strictObject({ status: CentreStatus, since: z.iso.date(), ...provenance })
  .refine(isSourced, UNSOURCED);

/** A child centre (Barnahus): when it is open, whom it admits, who stands in until it opens. */
export const ChildCentre = z
  .strictObject({
    agency: AgencyId,
    statuses: z.array(StatusSince).min(1),
    /** Forms of violence it admits. */
    admits: z.array(z.string()).min(1),
    fallback: AgencyId.optional(),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type ChildCentre = z.infer<typeof ChildCentre>;
