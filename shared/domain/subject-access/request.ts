import * as z from 'zod';
import { Ties } from '../family/household.ts';
import { AgencyId } from '../ids.ts';
import { part } from '../part.ts';
import { Instant } from '../time.ts';

/** Whose data are asked for. */
export const DataSubject = z.enum(['child', 'representative', 'parent', 'named-adult']);
export type DataSubject = z.infer<typeof DataSubject>;

export const Verdict = z.enum(['release', 'refuse']);
export type Verdict = z.infer<typeof Verdict>;

/** What one of the two who decide said. */
const Vote = z.object({
  side: z.enum(['officer', 'lead']),
  by: z.object({ sub: z.string(), agency: AgencyId }),
  at: Instant,
  verdict: Verdict,
});
export type Vote = z.infer<typeof Vote>;

/**
 * Somebody asks what is known of them. Who it is by name is sealed with the record; clear is what
 * must be decided by: how whoever asks, and through whom, stands to the accused.
 */
export const SubjectAccess = z.object({
  ...part('subject-access'),
  subject: DataSubject,
  /** Who asks: the data subject, or somebody for it. */
  requester: DataSubject,
  ties: Ties,
  /** Somebody else brought the request. */
  through: Ties.optional(),
  /** Why a machine must not answer it; empty where it may. */
  because: z.array(z.string()),
  votes: z.array(Vote),
  state: z.enum(['waiting', 'released', 'refused']),
  decidedAt: Instant.optional(),
});
export type SubjectAccess = z.infer<typeof SubjectAccess>;

/** The list of the oversight body in which a request stands until two people have decided. */
export const WATCHED_REQUESTS = 'subject-access';
export const AGREED_CLOCK = 'subject-access-agreed';
