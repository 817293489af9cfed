import { Temporal } from 'temporal-polyfill';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import type { Dates } from '../scheduling/question.ts';

/** Where the words of a code stand: roles, rooms, rules and times have lists of their own. */
const LISTS: readonly CodeListName[] = [
  'visitRoles',
  'resourceKinds',
  'slotRules',
  'slotReasons',
  'forbiddenTimes',
];

/** What a role, a room or a rule is called; `forbidden.therapy` by what it forbids. */
export function nameOf(code: string, lang: Lang, edition: Edition): string {
  const [family = '', ...rest] = code.split('.');
  const names = family === 'forbidden' ? [rest.join('.')] : [code, family];
  for (const name of names) {
    const list = LISTS.find((one) => edition.has(one, name));
    if (list) return edition.label(list, name, lang);
  }
  return code;
}

const LOCALES = { ka: 'ka-GE', en: 'en-GB' } as const;
const day = (date: string, lang: Lang): string => {
  const civil = Temporal.PlainDate.from(date);
  return `${civil.day} ${civil.toLocaleString(LOCALES[lang], { month: 'long' })}`;
};

/** "3–7 December"; more than a few stretches are told by the first and the last. */
export function datesInWords(dates: readonly Dates[], lang: Lang): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return '';
  const shown = dates.length > 3 ? [{ from: first.from, to: last.to }] : dates;
  return shown
    .map(({ from, to }) =>
      from === to ? day(from, lang) : `${day(from, lang)} – ${day(to, lang)}`,
    )
    .join(', ');
}

/** Why nothing is free, as one sentence. */
export function preventsInWords(names: readonly string[], dates: string, lang: Lang): string {
  if (lang === 'ka') {
    return `ხელს უშლის მხოლოდ: ${names.map((name) => `„${name}“`).join(' და ')} (${dates}).`;
  }
  const all = names.map((name) => `“${name}”`).join(' and ');
  return `Only ${all} ${names.length === 1 ? 'prevents' : 'together prevent'} it (${dates}).`;
}

/** What would help, and how much. */
export function helpInWords(name: string, starts: number, dates: string, lang: Lang): string {
  if (starts === 0) return `${name}.`;
  return lang === 'ka'
    ? `${name}: ${starts} შესაძლო დასაწყისი (${dates}).`
    : `${name}: ${starts} possible starts (${dates}).`;
}
