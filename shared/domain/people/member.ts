import * as z from 'zod';
import { type Principal, Role } from '../access/principal.ts';
import { AgencyId } from '../ids.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** A sign-in that was ended before its time; forgotten when its tokens are dead by themselves. */
const EndedSession = z.object({ session: z.string(), until: Instant });

/** What the hub itself knows of a subject: the agency it belongs to and what it may be there. */
export const Member = z.object({
  sub: z.string().min(1).max(128),
  agency: AgencyId,
  kind: Code,
  roles: z.array(Role).min(1),
  areas: z.array(z.string()).default([]),
  version: z.int().min(1),
  /** The record of the person at the agency; absent for systems and whoever an operator enrolled. */
  person: z.int().min(1).optional(),
  /** Invited and not there yet: until then the invitation can be taken up, and nothing else. */
  invitedUntil: Instant.optional(),
  /** Keyed hash of the person's own personal number. */
  numberHash: z.string().optional(),
  /** Sign-ins from before this instant are over. */
  sessionsFrom: Instant.optional(),
  endedSessions: z.array(EndedSession).optional(),
  /** Of the certificates this system must show, one of them: SHA-256, in hexadecimal. */
  certificates: z.array(z.string()).optional(),
});
export type Member = z.infer<typeof Member>;

export const isInvited = ({ invitedUntil }: Member): boolean => invitedUntil !== undefined;

/** Whose call it is, as far as the membership tells; the token tells the rest. */
export const principalOf = ({
  sub,
  agency,
  kind,
  roles,
  areas,
  version,
  numberHash,
}: Member): Principal => ({
  ...{ sub, agency, kind, roles, areas, membership: version },
  ...(numberHash && { numberHash }),
});
