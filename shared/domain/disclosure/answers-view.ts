import type { Permit } from '../access/permit.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { FeedbackException } from '../referral/exception.ts';
import type { Details } from '../referral/groups.ts';
import { comesBackUntil } from '../referral/not-acting.ts';
import type { Question } from '../referral/question.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import type { Statement } from '../referral/statement.ts';

type Words = Details['outcome'] | undefined;

export const exceptionView = (
  { number, code, stages, at }: FeedbackException,
  note: string | undefined,
  lang: Lang,
  edition: Edition,
) => ({
  number,
  code: { code, label: edition.label('feedbackExceptions', code, lang) },
  stages,
  at,
  note,
});

/** How a referral was closed, for those who work on it; until when a decision not to act comes back. */
export function closingView(
  referral: Referral,
  note: string | undefined,
  lang: Lang,
  edition: Edition,
) {
  if (referral.status !== 'closed' || referral.closedAs === undefined) return undefined;
  const { closedAs, contact } = referral;
  return {
    reason: { code: closedAs, label: edition.label('closureReasons', closedAs, lang) },
    note,
    comesBackUntil: comesBackUntil(referral, edition),
    contact: contact && {
      at: contact.at,
      how: { code: contact.how, label: edition.label('contactWays', contact.how, lang) },
    },
  };
}

interface ShownQuestion {
  readonly question: Question;
  readonly words: Words;
  readonly referral: Referral;
  readonly permit: Permit;
  readonly lang: Lang;
}

/** Which unit works on what stays the case's business: the referrer learns only that the lead asks. */
export function questionView(shown: ShownQuestion, edition: Edition) {
  const { question, words, referral, permit, lang } = shown;
  const named = permit.rule !== 'referrer' || question.from === leadOf(referral);
  const reminder = 'do-not-question-child';
  return {
    number: question.number,
    from: named ? question.from : undefined,
    askedAt: question.at,
    question: words?.question ?? '',
    answerBy: question.answerBy,
    answer: words?.answer,
    answeredAt: question.answeredAt,
    reminder: { code: reminder, label: edition.label('nextSteps', reminder, lang) },
  };
}

interface ShownStatement {
  readonly statement: Statement;
  readonly words: Words;
  /** Whether the reader is one of those who consider it. */
  readonly considers: boolean;
  readonly lang: Lang;
}

/** The referrer sees that people considered it, and when; what they concluded is theirs. */
export const statementView = (
  { statement, words, considers, lang }: ShownStatement,
  edition: Edition,
) => ({
  number: statement.number,
  kind: { code: statement.kind, label: edition.label('statementKinds', statement.kind, lang) },
  at: statement.at,
  text: words?.note,
  considered: statement.considered.map(({ at }, i) => ({
    at,
    note: considers ? words?.considerations?.[i] : undefined,
  })),
});
