import { Refusal } from '../refusal.ts';
import { folded } from '../same-child/latin.ts';

/** A topic as it was asked about, or as somebody wants to ask; the words only for the comparison. */
export interface AskedTopic {
  readonly topic: string;
  readonly question?: string | undefined;
}

/** Says what it is about only by its words. */
const OTHER = 'other';

/** A further interview is on what was not covered: each topic that was is refused by its place. */
export function mustBeNew(wanted: readonly AskedTopic[], covered: readonly AskedTopic[]): void {
  const again = wanted.flatMap((one, i) =>
    covered.some((before) => isSame(one, before))
      ? [{ pointer: `/topics/${i}`, code: 'topic-covered-already' }]
      : [],
  );
  if (again.length > 0) throw new Refusal('topic-covered-already', again);
}

function isSame(one: AskedTopic, before: AskedTopic): boolean {
  if (one.topic !== before.topic) return false;
  return one.topic !== OTHER || said(one) === said(before);
}

const said = ({ question = '' }: AskedTopic): string =>
  question
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .join(' ')
    .trim();
