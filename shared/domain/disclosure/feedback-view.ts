import type { Permit } from '../access/permit.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { stageOf } from '../referral/feedback.ts';
import type { Feedback, Referral } from '../referral/referral.ts';

/** Who reads about a referral, and by which right. */
export interface Reader {
  readonly referral: Referral;
  readonly permit: Permit;
}

/** Feedback with the message in the lead's own words, where there is one. */
export interface Answered {
  readonly feedback: Feedback;
  readonly message: string | undefined;
}

/** The lead wrote it; a lead that referred the child itself has nothing to hide from itself. */
export const readsAll = ({ referral, permit }: Reader): boolean =>
  permit.rule === 'lead' || (referral.status !== 'submitted' && referral.lead === referral.agency);

/** By the agency's kind, not by the reporter: who asked to be masked still hears back. */
function scopeOf({ referral }: Reader, edition: Edition) {
  const { early, learns, ...scope } = edition.feedbackScope(edition.agency(referral.agency)?.kind);
  if (!isVoluntary(referral) || !early) return { ...scope, learns, offers: false };
  return { ...scope, learns: [...learns, ...early.learns], offers: early.offers };
}

/** Early identification in which support is offered, and no child is protected against somebody. */
const isVoluntary = (referral: Referral): boolean =>
  referral.kind === 'early-identification' &&
  (referral.status === 'submitted' || referral.case === undefined);

/** An outcome as the reader may know it: its own code, or the one that says no more than "handled". */
export function disclosedCode(code: string, reader: Reader, edition: Edition): string {
  if (readsAll(reader) || stageOf(code, edition) !== 'outcome') return code;
  const { learns, general } = scopeOf(reader, edition);
  return learns.includes(code) ? code : general;
}

/** Feedback reduced to what the reader may know. Words about a withheld outcome would tell it. */
export function disclosedFeedback(
  { feedback, message }: Answered,
  reader: Reader,
  edition: Edition,
): Answered {
  if (readsAll(reader)) return { feedback, message };
  const code = disclosedCode(feedback.code, reader, edition);
  const scope = scopeOf(reader, edition);
  const readable = code === feedback.code && scope.ownWords;
  const { offered, takenUp, ...told } = feedback;
  const help = scope.offers ? { offered, takenUp } : {};
  return { feedback: { ...told, ...help, code }, message: readable ? message : undefined };
}

/** What waits for the lead's release is seen by the lead, and by whoever wrote it, alone. */
export const isShown = ({ proposed }: Feedback, reader: Reader): boolean =>
  !proposed || reader.permit.rule === 'lead';

/** Feedback as it goes out, whole: reduce it first unless the reader wrote it. */
export const feedbackView = ({ feedback, message }: Answered, lang: Lang, edition: Edition) => ({
  number: feedback.number,
  code: { code: feedback.code, label: edition.label('feedback', feedback.code, lang) },
  stage: feedback.stage,
  from: feedback.from,
  at: feedback.at,
  message,
  proposed: feedback.proposed,
  offered: feedback.offered?.map((code) => ({ code, label: edition.label('offers', code, lang) })),
  takenUp:
    feedback.takenUp === undefined
      ? undefined
      : { code: feedback.takenUp, label: edition.label('takenUp', feedback.takenUp, lang) },
  acknowledgedAt: feedback.acknowledgedAt,
  loopClosedAt: feedback.loopClosed?.at,
});
