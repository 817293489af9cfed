import { type BreakGlass, stateOf } from '../break-glass/ticket.ts';
import { CaseId, ReferralId } from '../ids.ts';
import type { Subject } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';

interface Shown {
  readonly ticket: BreakGlass;
  /** Opened only as far as access allows. */
  readonly words: Details['outcome'] | undefined;
  readonly reads: readonly {
    readonly at: string;
    readonly action: string;
    readonly subject: Subject;
  }[];
  readonly at: string;
}

/** An emergency look: who, why, for how long, what was read, and what a second person found. */
export function ticketView({ ticket, words, reads, at }: Shown, lang: Lang, edition: Edition) {
  const { of, number, version, until, revoked, review, deadline } = ticket;
  const labelled = (list: 'breakGlassStates' | 'breakGlassFindings', code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  return {
    record: of.kind === 'case' ? CaseId.parse(of.id) : ReferralId.parse(of.id),
    ...{ number, version, openedAt: ticket.at, until },
    state: labelled('breakGlassStates', stateOf(ticket, at)),
    by: someone(ticket.by),
    reason: words?.note,
    revoked: revoked && { at: revoked.at, by: someone(revoked.by) },
    reviewBy: review ? undefined : deadline,
    review: review && {
      ...{ at: review.at, by: someone(review.by), reason: words?.answer },
      finding: labelled('breakGlassFindings', review.finding),
    },
    reads: reads.map(({ at: when, action, subject }) => ({
      ...{ at: when, what: action, record: subject.id },
    })),
    links: { self: `/v1/break-glass/${of.id}/${number}` },
  };
}

const someone = ({ sub, agency }: BreakGlass['by']) => ({ account: sub, agency });
