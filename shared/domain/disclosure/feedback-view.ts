import type { Permit } from '../access/may.ts';
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
const scopeOf = ({ referral }: Reader, edition: Edition) =>
  edition.feedbackScope(edition.agency(referral.agency)?.kind);

/** An outcome as the reader may know it: its own code, or the one that says no more than "handled". */
export function disclosedCode(code: string, reader: Reader, edition: Edition): string {
  if (readsAll(reader) || stageOf(code) !== 'outcome') return code;
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
  const readable = code === feedback.code && scopeOf(reader, edition).ownWords;
  return { feedback: { ...feedback, code }, message: readable ? message : undefined };
}

/** Feedback as it goes out, whole: reduce it first unless the reader wrote it. */
export const feedbackView = ({ feedback, message }: Answered, lang: Lang, edition: Edition) => ({
  number: feedback.number,
  code: { code: feedback.code, label: edition.label('feedback', feedback.code, lang) },
  stage: feedback.stage,
  from: feedback.from,
  at: feedback.at,
  message,
  acknowledgedAt: feedback.acknowledgedAt,
});
