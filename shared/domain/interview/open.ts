import type { Case } from '../case/case.ts';
import type { CaseId, EventId, InterviewId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { StepBy } from '../visit/step.ts';
import { visitEvent } from '../visit/step.ts';
import { visitClocks } from './clocks.ts';
import type { Interview } from './interview.ts';
import { type Planning, planOf } from './plan.ts';

interface Opening {
  readonly id: InterviewId;
  /** The case that goes on for the child: the visit stands under it. */
  readonly root: Case;
  readonly episode: number;
  readonly planning: Planning;
  /** Cases of children who must never be there at the same time. */
  readonly apart: readonly CaseId[];
  readonly by: StepBy['by'];
  readonly at: string;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
  /** Wishes and times at which the child cannot come, said with the opening. */
  readonly parts: readonly Part[];
}

/** Opens the visit of a child: its plan as far as it can be computed, and the clock it runs against. */
export function openVisit(opening: Opening, edition: Edition): Decision {
  const { id, root, episode, planning, apart, by, at, event, sealed, parts } = opening;
  if (root.status === 'closed') throw new Refusal('already-closed');
  const visit: Interview = {
    what: 'interview',
    id,
    case: root.id,
    referral: root.referral,
    file: root.file,
    version: 1,
    status: 'planning',
    child: root.id,
    episode,
    place: 1,
    requestedBy: by.agency,
    openedAt: at,
    municipality: root.municipality,
    ...planOf(planning, edition),
    apart: [...apart],
    facts: planning.visit,
    choices: planning.choices,
    policy: edition.reference,
    ...(sealed && { sealed }),
  };
  const counted: Case = { ...root, version: root.version + 1 };
  const clocks = visitClocks(visit, root.lead, [], at, edition);
  const opened = visitEvent(
    {
      type: 'interview.opened',
      visit,
      codes: { tier: String(visit.tier.tier), site: visit.site.agency },
      deadline: visit.tier.dueAt,
    },
    { by, at, event, lead: root.lead },
  );
  return { kept: [visit, counted, ...clocks, ...parts], events: [opened] };
}
