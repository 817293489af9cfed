import type { Hindrance } from '../refusal.ts';
import { isUnheard } from './acknowledge.ts';
import { type FeedbackException, isExcepted } from './exception.ts';
import type { Feedback } from './referral.ts';
import { isConsidered, type Statement } from './statement.ts';

interface Loop {
  readonly feedback: readonly Feedback[];
  readonly exceptions?: readonly FeedbackException[] | undefined;
  readonly statements?: readonly Statement[] | undefined;
}

/** What whoever referred is still owed, each by name; codes from the pack's list of closure conditions. */
export function openLoop({ feedback, exceptions = [], statements = [] }: Loop): Hindrance[] {
  const told = feedback.some(({ stage, proposed }) => stage === 'outcome' && !proposed);
  const outcome =
    told || isExcepted(exceptions, 'outcome')
      ? []
      : [{ pointer: 'feedback', code: 'outcome-missing' }];
  const unheard = isExcepted(exceptions, 'acknowledgement') ? [] : feedback.filter(isUnheard);
  return [
    ...outcome,
    ...unheard.map(({ number }) => ({
      pointer: `feedback/${number}`,
      code: 'acknowledgement-missing',
    })),
    ...statements
      .filter((statement) => !isConsidered(statement))
      .map(({ number }) => ({
        pointer: `statements/${number}`,
        code: 'statement-not-considered',
      })),
  ];
}
