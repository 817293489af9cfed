import { has } from './mask.ts';
import type { Placing } from './placing.ts';
import type { Candidate, Filling, Role, Slot, Span, Term, Window } from './question.ts';
import { emptiness, soon, termsOf } from './score.ts';
import type { Table } from './table.ts';
import { windowsOf } from './windows.ts';

/** The time that was found in full: who fills which role, what it takes of them, and why it ranks so. */
export function slotAt(table: Table, placing: Placing, start: number, score: number): Slot {
  const { question, places } = table;
  placing.fill(start - question.horizon.from);
  const chosen = places.map(({ role }, i) => ({ role, candidate: placing.at(i) }));
  const filled = chosen.flatMap(({ role, candidate }) => (candidate ? [{ role, candidate }] : []));
  const empty = chosen.filter(({ candidate }) => !candidate).map(({ role }) => role.role);
  const ofPersons = filled.flatMap(({ role, candidate }) => termsOf(question, role, candidate));
  return {
    start,
    score,
    empty,
    fillings: filled.map(({ role, candidate }) => fillingOf(role, candidate, start)),
    why: [...ofTime(table, start), ...ofPersons, ...ofEmpty(table, empty)],
  };
}

function ofTime({ question, wishes }: Table, start: number): Term[] {
  const ofWishes = question.wishes.map(({ code }, i): Term => {
    const wish = wishes[i];
    const met = wish !== undefined && has(wish.starts, start - question.horizon.from);
    return { code, points: met ? wish.points : 0, of: met ? 1 : 0 };
  });
  const delay = start - question.notBefore;
  return [{ code: 'soon', points: soon(question, start), of: delay }, ...ofWishes];
}

const ofEmpty = ({ question }: Table, empty: readonly string[]): Term[] =>
  empty.map((role) => ({ code: 'without-role', points: emptiness(question, 1), of: 1, role }));

function fillingOf(role: Role, candidate: Candidate, start: number): Filling {
  const spans = windowsOf(role, candidate).map((window) => at(window, start));
  const [first, last] = [spans[0], spans.at(-1)];
  const { id, travel, standIn = false, video = false } = candidate;
  const filling = { role: role.role, id, standIn, video, taken: joined(spans) };
  if (!travel || !first || !last) return filling;
  return {
    ...filling,
    legs: {
      there: { from: first.from, to: first.from + travel.before },
      back: { from: last.to - travel.after, to: last.to },
    },
  };
}

const at = ({ offset, cells }: Window, start: number): Span => ({
  from: start + offset,
  to: start + offset + cells,
});

/** Spans that touch become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const made: Span[] = [];
  for (const { from, to } of spans) {
    const last = made.at(-1);
    if (last && last.to >= from) made.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) });
    else made.push({ from, to });
  }
  return made;
}
