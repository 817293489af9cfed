import type { AgencyId } from '../ids.ts';
import { folded } from '../same-child/latin.ts';
import type { Topic } from './topic.ts';

/** A filed topic with its words, as far as they are open to the reader. */
export interface Worded {
  readonly topic: Topic;
  /** As it will be said: the interviewer's wording where there is one. */
  readonly words: string | undefined;
}

/** One question of the plan, whoever asked for it. */
export interface PlannedQuestion {
  /** The numbers under which it was filed; the first stands for all. */
  readonly numbers: readonly number[];
  readonly agencies: readonly AgencyId[];
  readonly words: string | undefined;
  readonly leading: readonly string[];
  readonly review: Topic['review'];
  readonly outcome: Topic['outcome'];
}

export interface PlannedTopic {
  readonly topic: string;
  readonly agencies: readonly AgencyId[];
  readonly questions: readonly PlannedQuestion[];
}

/** One spelling for a sentence in either script, without marks and word division. */
export const wordingOf = (words: string): string =>
  folded(words).replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Two filings ask the same: the same words, or the same topic with no words of their own. */
const keyOf = ({ topic, words }: Worded): string =>
  words === undefined ? `topic ${topic.topic}` : `words ${wordingOf(words)}`;

const each = <T>(all: readonly T[]): T[] => [...new Set(all)];

function questionOf(same: readonly Worded[]): PlannedQuestion {
  const topics = same.map(({ topic }) => topic);
  return {
    numbers: topics.map(({ number }) => number),
    agencies: each(topics.map(({ agency }) => agency)),
    words: same[0]?.words,
    leading: each(topics.flatMap(({ leading }) => leading)),
    // A question kept for one of those who asked is asked.
    review: (topics.find(({ review }) => review && review.decision !== 'dropped') ?? topics[0])
      ?.review,
    outcome: topics.find(({ outcome }) => outcome)?.outcome,
  };
}

/**
 * The one plan the interviewer works with: what several agencies need is asked once, and each of
 * them finds its own question in it by its number.
 */
export function mergedPlan(filed: readonly Worded[]): PlannedTopic[] {
  const asked = filed.filter(({ topic }) => topic.topic !== undefined);
  const byKey = Map.groupBy(asked, keyOf);
  // The same words filed under two topics stand under the one that came first.
  const questions = [...byKey.values()];
  const byTopic = Map.groupBy(questions, ([first]) => first?.topic.topic ?? '');
  return [...byTopic].map(([topic, same]) => ({
    topic,
    agencies: each(same.flat().map((one) => one.topic.agency)),
    questions: same.map(questionOf),
  }));
}
