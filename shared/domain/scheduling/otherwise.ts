import { startsByDate } from './by-date.ts';
import { nextSet, nothing, setBits } from './mask.ts';
import { Placing } from './placing.ts';
import type { Allowed, Blocked, Blocker, Question, Starts } from './question.ts';
import { type AllowedFor, tabulate } from './table.ts';

/** All starts at which every place that must be filled can be. */
export function possibleStarts(question: Question, allowed: AllowedFor): Starts {
  const table = tabulate(question, allowed);
  const placing = new Placing(table);
  const possible = nothing(question.horizon);
  for (let bit = nextSet(table.open, 0); bit >= 0; bit = nextSet(table.open, bit + 1))
    if (placing.fill(bit)) setBits(possible, bit, bit + 1);
  return startsByDate(question, possible);
}

/** What there would be if just these roles took stand-ins, or video; where there are any. */
export function withOthers(
  question: Question,
  codes: readonly string[],
): Pick<Blocker, 'withStandIns' | 'withVideo'> {
  const { allowed } = question;
  const candidates = question.roles
    .filter(({ role }) => codes.includes(role))
    .flatMap((role) => role.candidates);
  const forThese = (more: Partial<Allowed>) =>
    possibleStarts(question, (role) => (codes.includes(role) ? { ...allowed, ...more } : allowed));
  return {
    ...(!allowed.standIns &&
      candidates.some(({ standIn }) => standIn) && { withStandIns: forThese({ standIns: true }) }),
    ...(!allowed.video &&
      candidates.some(({ video }) => video) && { withVideo: forThese({ video: true }) }),
  };
}

/** What there would be if all roles took stand-ins, video, or both: as far as that gives a time. */
export function otherwise(question: Question): Blocked['otherwise'] {
  const { standIns, video } = question.allowed;
  const more = [
    { standIns: true, video },
    { standIns, video: true },
    { standIns: true, video: true },
  ];
  const wider = more.filter(
    (allowed, i) =>
      (allowed.standIns !== standIns || allowed.video !== video) &&
      more.findIndex((one) => one.standIns === allowed.standIns && one.video === allowed.video) ===
        i,
  );
  return wider
    .map((allowed) => ({ allowed, starts: possibleStarts(question, () => allowed) }))
    .filter(({ starts }) => starts.count > 0);
}
