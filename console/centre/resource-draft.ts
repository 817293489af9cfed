import type { Request, Result } from '../../shared/contract/client.ts';
import type { getResource, putResource } from '../../shared/contract/resources.ts';
import { instantOf, writtenAs } from '../words/moments.ts';

type View = Result<typeof getResource>['body'];
type Body = NonNullable<Request<typeof putResource>['body']>;
export type Kind = View['kind'];
type Leave = NonNullable<Body['availability']['leave']>[number];

export const KINDS = [
  ...(['person', 'interview-room', 'observation-room', 'medical-room'] as const),
  ...(['waiting-room', 'recorder', 'vehicle'] as const),
] satisfies readonly Kind[];
export const WEEKDAYS = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const),
  ...(['saturday', 'sunday'] as const),
];
type Weekday = (typeof WEEKDAYS)[number];

/** A resource as it is written; empty means not said. */
export interface Draft {
  readonly kind: Kind;
  readonly name: string;
  readonly mail: string;
  readonly account: string;
  readonly sex: string;
  readonly languages: readonly string[];
  readonly municipality: string;
  readonly capacity: string;
  readonly observes: readonly string[];
  readonly accessible: boolean;
  readonly withdrawn: boolean;
  readonly before: string;
  readonly after: string;
  readonly qualifications: readonly { code: string; from: string; to: string }[];
  /** “09:00–13:00, 14:00–18:00”; empty: not there. */
  readonly hours: Readonly<Record<Weekday, string>>;
  readonly exceptions: readonly { date: string; hours: string }[];
  readonly leave: readonly { from: string; to: string; kind: string }[];
  readonly onCall: readonly { from: string; to: string }[];
  readonly onHolidays: boolean;
}

const USUAL = '09:00–18:00';
const week = (of: (day: Weekday) => string) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, of(day)])) as Draft['hours'];

export const emptyOf = (kind: Kind): Draft => ({
  ...{ kind, name: '', mail: '', account: '', sex: '', municipality: '', capacity: '' },
  languages: kind === 'person' ? ['ka'] : [],
  ...{ observes: [], accessible: false, withdrawn: false, before: '0', after: '15' },
  ...{ qualifications: [], exceptions: [], leave: [], onCall: [], onHolidays: false },
  hours: week((day) => (day === 'saturday' || day === 'sunday' ? '' : USUAL)),
});

interface Hours {
  readonly from: string;
  readonly to: string;
}
const said = (hours: readonly Hours[] = []) =>
  hours.map(({ from, to }) => `${from}–${to}`).join(', ');

const SPAN = /^(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})$/;

/** Hours as they were written, or nothing where they cannot be read. */
export function hoursIn(written: string): Hours[] | undefined {
  const spans = written.split(/[,;]/).map((one) => one.trim());
  const found = spans.filter(Boolean).map((one) => SPAN.exec(one));
  if (found.some((one) => one === null)) return undefined;
  return found.map((one) => ({
    from: (one?.[1] ?? '').padStart(5, '0'),
    to: (one?.[2] ?? '').padStart(5, '0'),
  }));
}

/** One that is there already, to be changed as a whole. */
export function draftOf(view: View): Draft {
  const { availability: at } = view;
  return {
    ...emptyOf(view.kind),
    ...{ name: view.name ?? '', mail: view.mail ?? '', account: view.account ?? '' },
    ...{ sex: view.sex ?? '', municipality: view.municipality ?? '' },
    ...{ languages: view.languages, observes: view.observes ?? [], accessible: view.accessible },
    capacity: String(view.capacity ?? ''),
    withdrawn: view.withdrawnAt !== undefined,
    before: String(view.buffers?.before ?? 0),
    after: String(view.buffers?.after ?? 0),
    qualifications: view.qualifications.map(({ code, from, to = '' }) => ({ code, from, to })),
    hours: week((day) => said(at?.pattern[day])),
    exceptions: (at?.exceptions ?? []).map(({ date, hours }) => ({ date, hours: said(hours) })),
    leave: (at?.leave ?? []).map(({ from, to, kind }) => ({ from, to, kind })),
    onCall: (at?.onCall ?? []).map(({ from, to }) => ({
      from: writtenAs(new Date(from)),
      to: writtenAs(new Date(to)),
    })),
    onHolidays: at?.onHolidays ?? false,
  };
}

/** Fields whose hours cannot be read: `hours.monday`, `exceptions.0`. */
export const unreadable = ({ hours, exceptions }: Draft): string[] => [
  ...WEEKDAYS.filter((day) => !hoursIn(hours[day])).map((day) => `hours.${day}`),
  ...exceptions.flatMap((one, i) => (hoursIn(one.hours) ? [] : [`exceptions.${i}`])),
];

/** The whole of it, as it is sent; `site` is the house in which it works or stands. */
export function bodyOf(draft: Draft, site: string): Body | undefined {
  if (unreadable(draft).length > 0) return undefined;
  const { kind, name, mail, account, sex, municipality, capacity } = draft;
  const isPerson = kind === 'person';
  return {
    kind,
    site: site as NonNullable<Body['site']>,
    ...(name.trim() && { name: name.trim() }),
    ...(isPerson && mail.trim() && { mail: mail.trim() }),
    ...(isPerson && account && { account }),
    ...(isPerson && sex && { sex }),
    ...(municipality && { municipality }),
    ...(!isPerson && capacity && { capacity: Number(capacity) }),
    ...(draft.observes.length > 0 && { observes: [...draft.observes] as never }),
    languages: [...draft.languages] as NonNullable<Body['languages']>,
    accessible: draft.accessible,
    withdrawn: draft.withdrawn,
    buffers: { before: Number(draft.before), after: Number(draft.after) },
    qualifications: draft.qualifications
      .filter(({ code }) => code)
      .map(({ code, from, to }) => ({ code, from, ...(to && { to }) })),
    availability: {
      pattern: Object.fromEntries(
        WEEKDAYS.map((day) => [day, hoursIn(draft.hours[day]) ?? []] as const).filter(
          ([, hours]) => hours.length > 0,
        ),
      ),
      exceptions: draft.exceptions.map(({ date, hours }) => ({
        date,
        hours: hoursIn(hours) ?? [],
      })),
      leave: draft.leave.map((one) => ({ ...one, kind: one.kind as Leave['kind'] })),
      onCall: draft.onCall.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) })),
      onHolidays: draft.onHolidays,
    },
  };
}

/** A resource that goes away for some days, all else as it was. */
export const awayFor = (view: View, leave: Draft['leave'][number]): Draft => {
  const draft = draftOf(view);
  return { ...draft, leave: [...draft.leave, leave] };
};

/** “2026-12-03: int_…”, as a refused leave names what stands in the way: the day and the visit. */
export function inTheWay(label: string | undefined): { day: string; visit: string } | undefined {
  const [, day, visit] = /^(\d{4}-\d{2}-\d{2}): (int_\w+)$/.exec(label ?? '') ?? [];
  return day && visit ? { day, visit } : undefined;
}
