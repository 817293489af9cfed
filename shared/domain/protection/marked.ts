import type { Case } from '../case/case.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Kept } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Referral } from '../referral/referral.ts';
import type { Marks } from './marks.ts';

/** A case with its reports, and who changes what is closed of it. */
export interface Marking {
  readonly case: Case;
  readonly referrals: readonly Referral[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** The case and its reports with their marks from now on: news of a report is closed with it. */
export const marked = ({ case: opened, referrals }: Marking, marks: Required<Nullable>): Kept[] =>
  [opened, ...referrals].map((one) => {
    const { closedGroups: _, addressProtected: __, ...rest } = one;
    const { closedGroups, addressProtected } = marks;
    return {
      ...rest,
      version: one.version + 1,
      ...(closedGroups && { closedGroups }),
      ...(addressProtected && { addressProtected }),
    } as Case | Referral;
  });

type Nullable = { readonly [M in keyof Marks]?: Marks[M] | undefined };

interface Told {
  readonly type: EventType;
  readonly codes: Readonly<Record<string, string>>;
  readonly to: readonly AgencyId[];
}

/** What happened, told by codes alone. */
export const toldOf = (
  { case: opened, by, at, event }: Marking,
  { type, codes, to }: Told,
): JournalEvent => ({
  id: event,
  type,
  at,
  subject: { kind: 'case', id: opened.id },
  version: opened.version + 1,
  by: { sub: by.sub, agency: by.agency },
  file: opened.file,
  referral: opened.referral,
  case: opened.id,
  to: [...new Set(to)].filter((agency) => agency !== by.agency),
  codes: { ...codes },
});
