import * as z from 'zod';
import { AgencyId, InboundKeyId } from '../ids.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

export const Role = z.enum([
  'system',
  'worker',
  'duty',
  'safety-person',
  'supervisor',
  'administrator',
  'data-protection-officer',
]);
export type Role = z.infer<typeof Role>;

/** The call in which somebody asks. */
export const MadeCall = z.object({
  request: z.string(),
  operation: z.string(),
  function: z.string(),
  at: Instant,
});

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
  /** When a person signed in with the second factor; a system has no such moment. */
  signedInAt: Instant.optional(),
  /** The sign-in from which a person's token descends, through every refresh. */
  session: z.string().optional(),
  /** Of the certificate with which the connection was made: SHA-256, in hexadecimal. */
  certificate: z.string().optional(),
  /** Keyed hash of the person's own personal number, where it is known. */
  numberHash: z.string().optional(),
  /** Absent where the hub itself looks at what somebody may. */
  call: MadeCall.optional(),
});
export type Principal = z.infer<typeof Principal>;

/** A person who signed in, not a system and not a signature that stands for one. */
export const isPerson = ({ signedInAt, through }: Principal): boolean =>
  signedInAt !== undefined && through === undefined;

export const hasRole = (principal: Principal, role: Role): boolean =>
  principal.roles.includes(role);
