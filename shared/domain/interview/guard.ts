import * as z from 'zod';
import { AgencyId, CaseId, InterviewId } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** A person by the keyed hash of the personal number, and the case from which it is known. */
export const GuardedPerson = z.object({ hash: z.string().min(1), of: CaseId });
export type GuardedPerson = z.infer<typeof GuardedPerson>;

/**
 * One child, one episode, one joint interview. Absent, the child has none: active, one is planned or
 * held at this moment; used, it has been held. Kept under the child, and the same under the person.
 */
export const Guard = z.object({
  what: z.literal('one-interview'),
  state: z.enum(['active', 'used']),
  interview: InterviewId,
  /** The agency that leads the visit: all that anybody else learns of it. */
  agency: AgencyId,
  /** The case that goes on for the child. */
  child: CaseId,
  episode: z.int().min(1),
  version: z.int().min(1),
  persons: z.array(GuardedPerson),
  /** Of a further interview that is active: the one that used up the guard before it. */
  usedBy: z.object({ interview: InterviewId, agency: AgencyId }).optional(),
});
export type Guard = z.infer<typeof Guard>;

/** What is known of a child when an interview of it is asked for. */
export interface GuardedChild {
  readonly root: CaseId;
  /** The episode that counts now. */
  readonly episode: number;
  readonly persons: readonly GuardedPerson[];
  /** The guard of this episode under the child. */
  readonly own: Guard | undefined;
  /** The guards of this episode under the person, whoever's case they belong to. */
  readonly ofPerson: readonly Guard[];
  /** Somebody has still to say whether another report is about the same child. */
  readonly unanswered: boolean;
}

interface Opening {
  readonly interview: InterviewId;
  readonly agency: AgencyId;
}

/** The guard as it stands once the first interview of the episode is opened; else why it is not. */
export function openGuard(child: GuardedChild, { interview, agency }: Opening): Guard {
  const { root, episode, persons, own } = child;
  mayCompare(child);
  if (own) throw refused(own.state === 'active' ? 'interview-active' : 'interview-used', own);
  return {
    what: 'one-interview',
    state: 'active',
    interview,
    agency,
    child: root,
    episode,
    version: 1,
    persons: [...persons],
  };
}

/** The guard once a further interview is asked for: only where one was held, and none is active. */
export function openFurther(child: GuardedChild, { interview, agency }: Opening): Guard {
  const { own } = child;
  mayCompare(child);
  if (!own) throw new Refusal('interview-not-held-yet');
  if (own.state === 'active') throw refused('interview-active', own);
  return {
    ...own,
    state: 'active',
    interview,
    agency,
    version: own.version + 1,
    usedBy: { interview: own.interview, agency: own.agency },
  };
}

/** Before anything else it must be known whose record this is. */
function mayCompare({ unanswered, own, ofPerson, root }: GuardedChild): void {
  if (unanswered) throw new Refusal('same-child-unanswered');
  const other = ofPerson.find(({ child }) => child !== root && child !== own?.child);
  if (other) throw refused('interview-of-same-person', other);
}

/** Of the other visit it says that there is one, and who leads it. */
const refused = (
  code: 'interview-active' | 'interview-used' | 'interview-of-same-person',
  { agency }: Guard,
): Refusal => new Refusal(code, [{ pointer: '/lead', code: agency }]);

/** The visit is closed before it was held: free again, or used up as before a further one. */
export function freed(guard: Guard): Guard | undefined {
  if (!guard.usedBy) return undefined;
  const { usedBy, ...rest } = guard;
  return { ...rest, ...usedBy, state: 'used', version: guard.version + 1 };
}

/** The interview was completed: nobody interviews the child again in this episode. */
export function usedUp(guard: Guard): Guard {
  const { usedBy: _, ...rest } = guard;
  return { ...rest, state: 'used', version: guard.version + 1 };
}
