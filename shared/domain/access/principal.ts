import * as z from 'zod';
import { AgencyId, InboundKeyId } from '../ids.ts';
import { Code } from '../text.ts';

export const Role = z.enum([
  'system',
  'worker',
  'duty',
  'safety-person',
  'supervisor',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

/** Who asks: a verified token's subject joined with the membership the hub itself keeps. */
export const Principal = z.object({
  sub: z.string().min(1).max(128),
  agency: AgencyId,
  kind: Code,
  roles: z.array(Role),
  areas: z.array(z.string().max(60)),
  /** Version of the membership this was built from; every write is conditional on it. */
  membership: z.int().min(1),
  /** Set where a signature by this key stood for the token. */
  through: InboundKeyId.optional(),
});
export type Principal = z.infer<typeof Principal>;

export const hasRole = (principal: Principal, role: Role): boolean =>
  principal.roles.includes(role);
