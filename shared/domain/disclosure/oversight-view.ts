import type { Clock } from '../clock/state.ts';
import type { DutyGap } from '../duty/duty-gap.ts';
import { AgencyId, receiptNumber } from '../ids.ts';
import type { Subject } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { PartName } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { Finding } from '../watch/check.ts';
import type { countUnit } from '../watch/units.ts';

/** One child nobody has answered for: numbers, agency and times, nothing of what is told. */
export function unansweredView(clock: Clock, at: string, lang: Lang, edition: Edition) {
  const last = clock.points
    .slice(0, clock.fired)
    .findLast(({ what, silent }) => what !== 'warn' && !silent);
  return {
    receipt: receiptNumber(clock.referral),
    referral: clock.referral,
    case: clock.case,
    task: clock.subject.kind === 'task' ? clock.subject.id : undefined,
    holder: clock.holder,
    awaited: { code: clock.name, label: edition.label('clocks', clock.name, lang) },
    since: clock.startedAt,
    dueAt: clock.dueAt,
    overdue: clock.dueAt <= at,
    called: last && {
      role: { code: last.role, label: edition.label('ladderRoles', last.role, lang) },
      at: last.at,
    },
    ladder: rungsOf(clock, lang, edition),
  };
}

/** Whom the hub turns to and when; a rung that passed without a word is left out. */
const rungsOf = ({ points, fired }: Clock, lang: Lang, edition: Edition) =>
  points.flatMap(({ at, role, by, silent }, place) =>
    silent
      ? []
      : [
          {
            at,
            role: { code: role, label: edition.label('ladderRoles', role, lang) },
            way: { code: by, label: edition.label('ladderWays', by, lang) },
            passed: place < fired,
          },
        ],
  );

interface Watched {
  readonly what: PartName;
  readonly of: Subject;
  readonly number: number;
  readonly version: number;
  readonly at: string;
  readonly by: { readonly agency?: string | undefined };
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
  readonly municipality?: string | undefined;
}

/** One thing the oversight body watches. */
export const watchedView = ({ what, of, number, version, at, by, ...own }: Watched) => ({
  what,
  subject: of,
  number,
  version,
  at,
  agency: of.kind === 'agency' ? of.id : by.agency,
  codes: codesOf(own),
});

/** The same once somebody has looked at it; its words, where it has any, are not answered here. */
export const checkedView = (
  part: Watched,
  checked: { readonly at: string; readonly finding: Finding },
  version: number,
) => ({
  ...watchedView({ ...part, version }),
  checked: { at: checked.at, finding: checked.finding },
});

const codesOf = ({ kind, code, reason, municipality }: Partial<Watched>) =>
  Object.fromEntries(
    Object.entries({ kind, code, reason, municipality }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;

/** A time without anybody on duty. */
export const dutyGapView = ({ of, from, to, found, at }: DutyGap) => ({
  agency: AgencyId.parse(of.id),
  ...{ from, to, found, toldAt: at },
});

/** A unit in numbers, with the words for where its work came from. */
export const unitView = (unit: ReturnType<typeof countUnit>, lang: Lang, edition: Edition) => ({
  ...unit,
  misses: unit.misses.map(({ how, rule, kind, municipality, tasks }) => ({
    ...{ how, tasks, rule: { code: rule, label: ruleInWords(rule, lang, edition) } },
    kind: { code: kind, label: edition.label('taskKinds', kind, lang) },
    municipality: {
      code: municipality,
      label: edition.municipality(municipality)?.name[lang] ?? municipality,
    },
  })),
});

/** Why a rule asks for work; a rule that is no more leaves its name. */
const ruleInWords = (id: string, lang: Lang, edition: Edition): string =>
  edition.rules.find((rule) => rule.id === id)?.why[lang] ?? id;
