import { CallWay, LadderRole } from '../call/call.ts';
import { EndpointId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Task } from '../task/task.ts';
import type { Attempt } from '../webhook/delivery.ts';
import { type Fact, ServiceFact } from './fact.ts';

/** An entry of the feed of the task's agency that is about the task. */
export type Told = Required<Pick<Fact, 'at' | 'sequence' | 'event' | 'type'>>;

/** One attempt at a webhook about the task, as it was kept when it was made. */
export interface ServedAttempt extends Attempt {
  readonly endpoint: EndpointId;
  readonly sequence: number;
  readonly event: JournalEvent['id'];
  readonly number: number;
}

/** Somebody or something of the agency read the task. */
export type Fetched = Required<Pick<Fact, 'at' | 'agency' | 'account' | 'action'>>;

/** Everything that is on record about handing a task over to its agency. */
export interface Traces {
  readonly told: readonly Told[];
  readonly attempts: readonly ServedAttempt[];
  /** When a system of the agency first took a webhook about it. */
  readonly deliveredAt?: string | undefined;
  readonly fetched: readonly Fetched[];
  /** Of the task. */
  readonly events: readonly JournalEvent[];
}

/** A fact, and the attempt it tells of: the host and the answer are for the owner alone. */
export interface Line {
  readonly fact: Fact;
  readonly of?: ServedAttempt;
}

const BY_A_PERSON: readonly string[] = ['task.received', 'task.accepted'];

/** A person said that it has come; what machines say is no receipt. */
export const isReceived = ({ type }: Pick<JournalEvent, 'type'>): boolean =>
  BY_A_PERSON.includes(type);

/** What happened between the asking and a person's receipt, and after it, in order of time. */
export function serviceLines(
  { createdAt, agency }: Pick<Task, 'createdAt' | 'agency'>,
  { told, attempts, deliveredAt, fetched, events }: Traces,
): Line[] {
  const lines: Line[] = [
    { fact: { at: createdAt, what: 'requested', agency } },
    ...told.map((one) => ({ fact: { ...one, what: 'told' as const } })),
    ...attempts.map((of) => ({ fact: attemptFact(of), of })),
    ...(deliveredAt ? [{ fact: { at: deliveredAt, what: 'delivered' as const } }] : []),
    ...fetched.map((one) => ({ fact: { ...one, what: 'fetched' as const } })),
    ...events.flatMap(eventFact).map((fact) => ({ fact })),
  ];
  return lines.toSorted(byTime);
}

/** Where the time is one, the order must still be the same for every reader and in every year. */
function byTime(a: Line, b: Line): number {
  const { options } = ServiceFact;
  return (
    a.fact.at.localeCompare(b.fact.at) ||
    options.indexOf(a.fact.what) - options.indexOf(b.fact.what) ||
    (a.fact.sequence ?? 0) - (b.fact.sequence ?? 0) ||
    canonical(a.fact).localeCompare(canonical(b.fact), 'en')
  );
}

function attemptFact(made: ServedAttempt): Fact {
  const { at, endpoint, sequence, event, number, status, error, milliseconds, keys } = made;
  return {
    ...{ at, what: 'attempted', endpoint, sequence, event, attempt: number, milliseconds },
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(keys && { keys: [...keys] }),
    ...(made.replay !== undefined && { replay: made.replay }),
  };
}

function eventFact(event: JournalEvent): Fact[] {
  const { at, type, by, codes = {} } = event;
  if (isReceived(event)) {
    const { sub: account, agency, through } = by;
    const who = { account, ...(agency && { agency }), ...(through && { through }) };
    return [{ at, what: 'received', type, ...who }];
  }
  if (type === 'clock.unreached') return [{ at, what: 'unreached' }];
  if (type === 'delivery.parked') return [{ at, what: 'parked', ...partOf(codes) }];
  return type === 'call.made' ? [callFact(event)] : [];
}

function partOf({ endpoint, sequences = '' }: NonNullable<JournalEvent['codes']>) {
  const numbers = sequences.split(' ').map(Number).filter(Number.isSafeInteger);
  return {
    ...(endpoint && { endpoint: EndpointId.parse(endpoint) }),
    sequences: numbers.filter((one) => one > 0),
  };
}

function callFact({ at, codes = {} }: JournalEvent): Fact {
  const role = LadderRole.safeParse(codes.role).data;
  const way = CallWay.safeParse(codes.way).data;
  const { result } = codes;
  return {
    ...{ at, what: 'called' },
    ...(role && { role }),
    ...(way && { way }),
    ...(result && { result }),
  };
}

/** JSON with its names in order, no spaces and nothing absent: one text for one fact. */
export const canonical = (fact: Fact): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fact)
        .filter(([, value]) => value !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/**
 * Each line sealed with all before it: of the hash of the line before (of the first, the task's id),
 * a line feed, and the canonical fact. So a copy printed years ago stands in the record of today line
 * for line, however many came after it, and nobody can change or leave out one between.
 */
export function chained<L extends Pick<Line, 'fact'>>(
  task: Task['id'],
  lines: readonly L[],
  sha256: (text: string) => string,
): (L & { readonly hash: string })[] {
  let before: string = task;
  return lines.map((line) => {
    before = sha256(`${before}\n${canonical(line.fact)}`);
    return { ...line, hash: before };
  });
}
