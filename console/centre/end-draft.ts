import type * as z from 'zod';
import type { Request } from '../../shared/contract/client.ts';
import type { QuestionPlan } from '../../shared/contract/topics.ts';
import type { endVisit } from '../../shared/contract/visits.ts';

type Body = Request<typeof endVisit>['body'];

/** One question of the plan, with the filings it answers. */
export interface Asked {
  readonly key: string;
  readonly topic: string;
  readonly question: string | undefined;
  readonly numbers: readonly number[];
}

/** What became of a question: nothing said yet, covered, or not asked and why. */
export interface Fate {
  readonly state?: 'covered' | 'not-asked';
  readonly reason?: string;
}
export type Fates = Readonly<Record<string, Fate>>;

/** Everything that was to be asked; what the interviewer dropped beforehand is not owed. */
export const askedIn = ({ topics }: Pick<z.output<typeof QuestionPlan>, 'topics'>): Asked[] =>
  topics.flatMap(({ topic, questions }) =>
    questions
      .filter(({ review }) => review?.decision !== 'dropped')
      .map(({ filings, question }) => {
        const numbers = filings.map(({ number }) => number);
        return { key: numbers.join('-'), topic: topic.label, question, numbers };
      }),
  );

/** Questions of which nobody has said what became of them. */
export const unsaid = (asked: readonly Asked[], fates: Fates): string[] =>
  asked
    .filter(({ key }) => {
      const fate = fates[key];
      return !fate?.state || (fate.state === 'not-asked' && !fate.reason);
    })
    .map(({ key }) => key);

/** What is sent, once a result was chosen and every question is accounted for. */
export function endOf(result: string, asked: readonly Asked[], fates: Fates): Body | undefined {
  if (!result || unsaid(asked, fates).length > 0) return undefined;
  const of = (state: Fate['state']) => asked.filter(({ key }) => fates[key]?.state === state);
  return {
    result: result as Body['result'],
    covered: of('covered').flatMap(({ numbers }) => [...numbers]),
    notAsked: of('not-asked').flatMap(({ key, numbers }) =>
      numbers.map((number) => ({ number, reason: fates[key]?.reason ?? '' })),
    ),
  };
}
