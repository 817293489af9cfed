import { Temporal } from 'temporal-polyfill';
import type { ResourceId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { Resource } from './resource.ts';
import type { ResourceSubmission } from './submission.ts';

interface Checked {
  readonly sent: ResourceSubmission;
  /** As it was, where it was there before. */
  readonly earlier: Pick<Resource, 'kind'> | undefined;
  /** The interview rooms of the agency. */
  readonly interviewRooms: readonly ResourceId[];
  /** Whether the account named is one of the agency. */
  readonly accountKnown: boolean;
}

/** A leave longer than this is a slip, or no leave any more. */
const LEAVE_MOST = { days: 400 } as const;

/** Refuses a resource that cannot be meant so, naming each field and what is wrong with it. */
export function checkResource(checked: Checked, edition: Edition): void {
  const found = [
    ...codes(checked.sent, edition),
    ...fields(checked),
    ...hours(checked.sent),
    ...leave(checked.sent),
  ];
  if (found.length > 0) throw new Refusal('resource-invalid', found);
}

const wrong = (pointer: string, code: string): Hindrance => ({ pointer, code });

/** A qualification is one of the list, or a role for which nothing more is asked. */
const isQualification = (code: string, edition: Edition): boolean =>
  edition.has('qualifications', code) || edition.has('visitRoles', code);

function codes(sent: ResourceSubmission, edition: Edition): Hindrance[] {
  const { qualifications, languages, sex, municipality, site } = sent;
  return [
    ...qualifications.flatMap(({ code, from, to }, i) => [
      ...(isQualification(code, edition)
        ? []
        : [wrong(`/qualifications/${i}/code`, 'unknown-code')]),
      ...(to !== undefined && to < from
        ? [wrong(`/qualifications/${i}/to`, 'ends-before-it-begins')]
        : []),
    ]),
    ...languages.flatMap((code, i) =>
      edition.has('languages', code) ? [] : [wrong(`/languages/${i}`, 'unknown-code')],
    ),
    ...(sex === undefined || edition.has('sexes', sex) ? [] : [wrong('/sex', 'unknown-code')]),
    ...(municipality === undefined || edition.municipality(municipality)
      ? []
      : [wrong('/municipality', 'unknown-municipality')]),
    ...(site === undefined || edition.agency(site) ? [] : [wrong('/site', 'unknown-agency')]),
  ];
}

const PERSONS_OWN = ['account', 'sex'] as const;

function fields({ sent, earlier, interviewRooms, accountKnown }: Checked): Hindrance[] {
  const { kind, name, account, observes = [] } = sent;
  const person = kind === 'person';
  const foreign = [
    ...(person ? [] : PERSONS_OWN),
    ...(kind === 'observation-room' ? [] : (['observes'] as const)),
    ...(person || kind === 'recorder' ? (['capacity'] as const) : []),
  ];
  return [
    ...(earlier && earlier.kind !== kind ? [wrong('/kind', 'kind-fixed')] : []),
    ...(person && name === undefined ? [wrong('/name', 'missing')] : []),
    ...foreign
      .filter((field) => sent[field] !== undefined)
      .map((field) => wrong(`/${field}`, 'not-of-this-kind')),
    ...(person && account !== undefined && !accountKnown
      ? [wrong('/account', 'account-unknown')]
      : []),
    ...observes.flatMap((room, i) =>
      interviewRooms.includes(room) ? [] : [wrong(`/observes/${i}`, 'not-an-interview-room')],
    ),
  ];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Spans of half-open time, each by its place: which ends before it begins, which meets another. */
const spans = (all: readonly Span[], at: string, touching: boolean): Hindrance[] =>
  all.flatMap((span, i) => {
    const pointer = `${at}/${i}`;
    if (touching ? span.to < span.from : span.to <= span.from) {
      return [wrong(`${pointer}/to`, 'ends-before-it-begins')];
    }
    const meets = (other: Span) =>
      touching
        ? other.from <= span.to && span.from <= other.to
        : other.from < span.to && span.from < other.to;
    return all.slice(0, i).some(meets) ? [wrong(pointer, 'overlaps')] : [];
  });

function hours({ availability }: ResourceSubmission): Hindrance[] {
  const { pattern, exceptions, onCall } = availability;
  const at = '/availability';
  const twice = exceptions.flatMap(({ date }, i) =>
    exceptions.findIndex((other) => other.date === date) < i
      ? [wrong(`${at}/exceptions/${i}/date`, 'date-twice')]
      : [],
  );
  return [
    ...Object.entries(pattern).flatMap(([day, all]) => spans(all, `${at}/pattern/${day}`, false)),
    ...exceptions.flatMap((one, i) => spans(one.hours, `${at}/exceptions/${i}/hours`, false)),
    ...twice,
    ...spans(onCall, `${at}/onCall`, false),
  ];
}

/** The last day of a leave belongs to it: two that share a day overlap. */
function leave({ availability: { leave: all } }: ResourceSubmission): Hindrance[] {
  const at = '/availability/leave';
  const found = spans(all, at, true);
  const long = all.flatMap(({ from, to }, i) =>
    Temporal.PlainDate.from(from).add(LEAVE_MOST).toString() < to
      ? [wrong(`${at}/${i}/to`, 'too-long')]
      : [],
  );
  return [...found, ...long];
}
