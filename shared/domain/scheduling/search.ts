import { Best } from './best.ts';
import { whyNone } from './blockers.ts';
import { startsByDate } from './by-date.ts';
import { has, nextSet, nothing, setBit } from './mask.ts';
import { Placing } from './placing.ts';
import type { Answer, Mask, Question } from './question.ts';
import { emptiness, soon } from './score.ts';
import { slotAt } from './slot.ts';
import { type Table, tabulate } from './table.ts';

/** The best times for a visit, each with who takes part and why; or why there is none. */
export function findSlots(question: Question): Answer {
  const table = tabulate(question, () => question.allowed);
  const placing = new Placing(table);
  const possible = nothing(question.horizon);
  const best = rank(table, placing, possible).drain();
  if (best.length === 0) return { found: false, ...whyNone(question) };
  return {
    found: true,
    slots: best.map(({ start, score }) => slotAt(table, placing, start, score)),
    starts: startsByDate(question, possible),
  };
}

/** Fills and scores every open start; marks those at which everybody needed is there. */
function rank(table: Table, placing: Placing, possible: Mask): Best {
  const { question, open } = table;
  const best = new Best(question.limit);
  const ofDay = new Best(Math.min(question.limit, question.mostPerDay ?? question.limit));
  const { from } = question.horizon;
  let [day, dayEnds] = [0, question.days[0]?.to ?? Number.POSITIVE_INFINITY];
  for (let bit = nextSet(open, 0); bit >= 0; bit = nextSet(open, bit + 1)) {
    if (!placing.fill(bit)) continue;
    setBit(possible, bit);
    if (from + bit >= dayEnds) {
      ofDay.moveInto(best);
      while (from + bit >= dayEnds) dayEnds = question.days[++day]?.to ?? Number.POSITIVE_INFINITY;
    }
    ofDay.offer(from + bit, scoreAt(table, placing, bit));
  }
  ofDay.moveInto(best);
  return best;
}

/** The score of a start whose places are filled. */
function scoreAt({ question, wishes }: Table, placing: Placing, bit: number): number {
  let score = soon(question, question.horizon.from + bit) + placing.points;
  for (let i = 0; i < wishes.length; i++) {
    const wish = wishes[i];
    if (wish && has(wish.starts, bit)) score += wish.points;
  }
  return score + emptiness(question, placing.empty);
}
