import type { Principal } from '../access/principal.ts';
import type { Case } from '../case/case.ts';
import { type Bytes, newEventId, newFileId, newReferralId } from '../ids.ts';
import type { Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { detailsOf } from '../referral/details.ts';
import { ownReferral } from '../referral/other-child.ts';
import type { Referral, RoutedReferral } from '../referral/referral.ts';
import type { ReferralSubmission } from '../referral/submission.ts';
import { submit } from '../referral/submit.ts';
import { planChild } from '../routing/child-work.ts';
import { type Assignment, decide, UNROUTED } from '../routing/decide.ts';
import { routingIds } from '../routing/ids.ts';
import { planRouting } from '../routing/plan.ts';
import { type Wanted, wantedBy } from '../routing/wanted.ts';
import { repeatFacts } from '../same-child/hits.ts';
import type { Task } from '../task/task.ts';

interface Imagined {
  readonly submission: ReferralSubmission;
  readonly by: Principal;
  readonly at: string;
  readonly derive: (...parts: readonly string[]) => Bytes;
}

/** What would be there once it had been sent and routed; none of it is kept. */
export interface Foreseen {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  readonly tasks: readonly Task[];
  /** Why each was asked, by rule. */
  readonly why: ReadonlyMap<string, Assignment['why']>;
  readonly notes: readonly string[];
}

/** Nothing is sealed, for nothing is kept. */
const UNSEALED = { groups: {} };

/** Routes what was not sent yet, by the very rules that would route it. */
export function foresee({ submission, by, at, derive }: Imagined, edition: Edition): Foreseen {
  const bytes = derive('preview');
  const ids = {
    referral: newReferralId(bytes),
    file: newFileId(bytes),
    event: newEventId(bytes),
  };
  const sent = submit({ submission, by, at, ids, sealed: UNSEALED }, edition);
  const referral = one<Referral>(sent.kept, 'referral');
  const reports = [{ at, agency: by.agency, stated: detailsOf(submission) }];
  const own = { agency: by.agency, submittedAt: at };
  const wanted = wantedBy(referral, reports, edition, repeatFacts([], own, edition.sameChild));
  const { facts, assignments } = wanted;
  const made = planRouting(
    { referral, waiting: undefined, assignments, facts, at, ids: routingIds(derive, ids.referral) },
    edition,
  );
  const routed = one<RoutedReferral>(made.kept, 'referral');
  const opened = made.kept.find((kept): kept is Case => kept.what === 'case');
  const others = ofOthers({ submission, routed, opened, wanted, at, derive }, edition);
  const tasks = [...made.kept, ...others.kept].filter((kept): kept is Task => kept.what === 'task');
  const why = new Map([...assignments, ...others.assignments].map((each) => [each.rule, each.why]));
  return { referral: routed, case: opened, tasks, why, notes: notesOf(submission, wanted, routed) };
}

const one = <K extends Kept>(kept: readonly Kept[], what: K['what']): K => {
  const found = kept.find((each): each is K => each.what === what);
  if (!found) throw new Error(`nothing would be kept of ${what}`);
  return found;
};

interface Others extends Pick<Imagined, 'submission' | 'at' | 'derive'> {
  readonly routed: RoutedReferral;
  readonly opened: Case | undefined;
  readonly wanted: Wanted;
}

/** The safety checks of the other children that get no record of their own. */
function ofOthers({ submission, routed, opened, wanted, at, derive }: Others, edition: Edition) {
  const { municipality, facts } = wanted;
  const place = { municipality, referrer: routed.agency };
  const each = submission.relatedChildren.flatMap((other, index) => {
    if (ownReferral(routed.kind, other)) return [];
    const asked = decide({ ...facts, relatedRoles: [other.role] }, place, edition);
    const assignments = asked.filter((assignment) => assignment.each);
    const child = index + 1;
    const planning = {
      ...{ referral: routed, opened: opened?.id, municipality, reportedAt: at, at },
      ids: routingIds(derive, routed.id, `child-${child}`),
    };
    const work = { referral: routed, case: opened, child, assignments, planning };
    return [{ assignments, kept: planChild(work, edition).kept }];
  });
  return {
    kept: each.flatMap(({ kept }) => kept),
    assignments: each.flatMap(({ assignments }) => assignments),
  };
}

/** What no rule of access says, in codes of the pack. */
function notesOf(
  { relatedChildren, reporter, kind }: ReferralSubmission,
  { facts, assignments }: Wanted,
  { placeMasked, excluded = [] }: RoutedReferral,
): string[] {
  const apart = relatedChildren.some((other) => ownReferral(kind, other));
  const byHand = assignments.some(({ rule }) => rule === UNROUTED);
  return [
    ...(reporter.mode === 'masked' || reporter.mode === 'anonymous' ? ['reporter-hidden'] : []),
    ...(placeMasked ? ['place-hidden'] : []),
    ...(excluded.length > 0 ? ['agency-shut-out'] : []),
    ...(kind === 'violence' && facts.accusedLivesWithChild !== 'no' ? ['household-shielded'] : []),
    ...(apart ? ['other-child'] : []),
    ...(byHand ? ['by-hand'] : []),
    'earlier-reports',
  ];
}
