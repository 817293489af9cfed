import type { AgencyId, EventId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';

/** Who takes a step of the visit, and when. */
export interface StepBy {
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  /** The unit that leads the case: it hears of every step. */
  readonly lead: AgencyId;
}

interface Said {
  readonly type: EventType;
  /** The visit as it is after the step. */
  readonly visit: Interview;
  readonly codes?: JournalEvent['codes'];
  readonly call?: JournalEvent['call'];
  readonly deadline?: string | undefined;
}

/** Whatever is kept beside a visit makes it a new version: nobody goes on from an earlier look. */
export const counted = <I extends Interview>(visit: I): I => ({
  ...visit,
  version: visit.version + 1,
});

/** Agencies with a role in the visit, and the lead; whoever acts knows it already. */
export const toldOf = (
  { roles, site }: Pick<Interview, 'roles' | 'site'>,
  { lead, by }: Pick<StepBy, 'lead' | 'by'>,
): AgencyId[] =>
  [...new Set([lead, site.agency, ...roles.map(({ agency }) => agency)])].filter(
    (agency) => agency !== by.agency,
  );

/** What happened at the visit: ids and codes only. */
export function visitEvent(
  { type, visit, codes, call, deadline }: Said,
  step: StepBy,
): JournalEvent {
  const { id, version, file, referral, policy } = visit;
  return {
    id: step.event,
    type,
    at: step.at,
    subject: { kind: 'interview', id },
    version,
    by: { sub: step.by.sub, agency: step.by.agency },
    file,
    referral,
    case: visit.case,
    to: toldOf(visit, step),
    ...(call && { call }),
    ...(deadline && { deadline }),
    ...(codes && { codes }),
    policy,
  };
}

/** The head every part of a visit has. */
export const partOfVisit = <const N extends string>(
  what: N,
  { id, file }: Pick<Interview, 'id' | 'file'>,
  number: number,
  { by, at }: Pick<StepBy, 'by' | 'at'>,
) => ({
  what,
  of: { kind: 'interview' as const, id },
  number,
  version: 1,
  file,
  at,
  by: { sub: by.sub, agency: by.agency },
});
