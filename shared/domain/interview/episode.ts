import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { AgencyId, CaseId, type EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import type { Guard } from './guard.ts';

/** Who speaks for opening an episode: the unit that leads the case, or the prosecutor. */
export const EpisodeSide = z.enum(['lead', 'prosecutor']);
export type EpisodeSide = z.infer<typeof EpisodeSide>;

/**
 * Something new was done to the child after its interview: a new episode has an interview of its
 * own. One of lead and prosecutor asks for it, the other confirms; the words of why are sealed.
 */
export const Episode = z.object({
  ...part('episode'),
  of: z.object({ kind: z.literal('case'), id: CaseId }),
  opens: z.int().min(2),
  reason: Code,
  side: EpisodeSide,
  confirmed: z
    .object({ by: z.object({ sub: z.string(), agency: AgencyId }), at: Instant })
    .optional(),
});
export type Episode = z.infer<typeof Episode>;

interface By {
  readonly sub: string;
  readonly agency: AgencyId;
  readonly side: EpisodeSide;
  readonly through: 'person' | 'system';
}

interface Asking {
  /** The case that goes on for the child. */
  readonly case: Case;
  readonly guard: Guard | undefined;
  readonly earlier: readonly Episode[];
  readonly reason: string;
  readonly sealed: Sealed;
  readonly by: By;
  readonly tell: readonly AgencyId[];
  readonly at: string;
  readonly event: EventId;
}

export const episodeOf = ({ episode }: Pick<Case, 'episode'>): number => episode ?? 1;

/** One of the two asks. Nothing is open yet. */
export function askEpisode(asking: Asking, edition: Edition): Decision {
  const { case: root, earlier, reason, sealed, by, at } = asking;
  if (!edition.has('episodeReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const opens = episodeOf(root) + 1;
  mayOpen(asking);
  if (earlier.some((one) => one.opens === opens && one.side === by.side && !one.confirmed)) {
    throw new Refusal('episode-asked-already');
  }
  const asked: Episode = {
    what: 'episode',
    of: { kind: 'case', id: root.id },
    number: nextNumber(earlier),
    version: 1,
    file: root.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    sealed,
    opens,
    reason,
    side: by.side,
  };
  const counted: Case = { ...root, version: root.version + 1 };
  return { kept: [asked, counted], events: [told(asking, asked, counted, 'episode.asked')] };
}

interface Confirming extends Omit<Asking, 'earlier' | 'reason' | 'sealed'> {
  readonly episode: Episode;
}

/** The other one confirms, and the episode is open: only both together open it. */
export function confirmEpisode(confirming: Confirming): Decision {
  const { case: root, episode, by, at } = confirming;
  if (episode.confirmed) return { kept: [], events: [] };
  if (!isOther(episode, by)) throw new Refusal('lead-and-prosecutor-needed');
  if (episode.opens !== episodeOf(root) + 1) throw new Refusal('episode-open-already');
  mayOpen(confirming);
  const confirmed: Episode = {
    ...episode,
    version: episode.version + 1,
    confirmed: { by: { sub: by.sub, agency: by.agency }, at },
  };
  const opened: Case = { ...root, version: root.version + 1, episode: episode.opens };
  return {
    kept: [confirmed, opened],
    events: [told(confirming, confirmed, opened, 'episode.opened')],
  };
}

/** What is new belongs into the interview of the present episode, as long as it has not been held. */
function mayOpen({ case: root, guard }: Pick<Asking, 'case' | 'guard'>): void {
  if (root.status === 'closed') throw new Refusal('already-closed');
  if (guard?.state !== 'used') throw new Refusal('interview-not-held-yet');
}

/** A natural person of the other side and of another agency. */
const isOther = (episode: Episode, { sub, agency, side, through }: By): boolean =>
  through === 'person' &&
  side !== episode.side &&
  agency !== episode.by.agency &&
  sub !== episode.by.sub;

function told(
  { by, at, event, tell }: Pick<Asking, 'by' | 'at' | 'event' | 'tell'>,
  { number, opens, reason }: Episode,
  counted: Case,
  type: EventType,
): JournalEvent {
  return {
    id: event,
    type,
    at,
    by: { sub: by.sub, agency: by.agency },
    file: counted.file,
    referral: counted.referral,
    case: counted.id,
    subject: { kind: 'case', id: counted.id },
    version: counted.version,
    to: [...new Set([counted.lead, ...tell])].filter((agency) => agency !== by.agency),
    codes: { number: String(number), episode: String(opens), reason },
  };
}
