import * as z from 'zod';
import type { Case } from '../case/case.ts';
import { type Clock, endClock } from '../clock/state.ts';
import { AgencyId, type EventId, TaskId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import type { Sealed } from '../sealed.ts';
import { followUp } from '../task/follow-up.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { stepEvent } from '../task/transition.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import type { RoutedReferral } from './referral.ts';

/** What a referrer says of a referral that nobody takes back. It stops nothing. */
export const Statement = z.object({
  ...part('statement'),
  kind: Code,
  /** The tasks in which it is considered. */
  tasks: z.array(TaskId).min(1),
  considered: z.array(z.object({ at: Instant, by: z.string(), agency: AgencyId })),
});
export type Statement = z.infer<typeof Statement>;

/** The list of the oversight body in which pressure on a referrer stands. */
export const WATCHED_STATEMENTS = 'statements';

/** One person alone never decides what a statement means. */
const PERSONS = 2;
export const isConsidered = ({ considered }: Pick<Statement, 'considered'>): boolean =>
  considered.length >= PERSONS;

interface By {
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
}

interface State extends By {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
  readonly earlier: readonly Statement[];
  readonly kind: string;
  readonly newEvent: () => EventId;
  readonly newTask: () => TaskId;
  readonly sealed: Sealed | undefined;
}

/**
 * The statement goes to the lead, and to the national desk where somebody is put under pressure. No
 * clock and no task ends by it: those who want silence must gain nothing.
 */
export function state(call: State, edition: Edition): Decision {
  const { referral, case: opened, kind, at, by, newEvent, newTask } = call;
  const rule = edition.answers.statements.kinds[kind];
  if (!rule) throw new Refusal('unknown-code', [{ pointer: '/kind', code: 'unknown-code' }]);
  const national = nationalDesk(edition).desk.id;
  const asked = [...new Set(rule.alertsOversight ? [referral.lead, national] : [referral.lead])];
  const work = asked.map((agency) =>
    followUp(
      {
        kind: 'consider-statement',
        agency,
        track: 'safety',
        urgency: rule.urgency,
        instructions: ['consider-by-two'],
        rule: 'statement',
        requestedBy: 'policy',
        referral,
        at,
        by: { sub: 'statement' },
        ids: { task: newTask(), event: newEvent() },
      },
      edition,
    ),
  );
  const tasks = work
    .flatMap(({ kept }) => kept)
    .flatMap((one) => (one.what === 'task' ? [one] : []));
  const told: RoutedReferral = { ...referral, version: referral.version + 1 };
  const counted: Kept[] = opened ? [{ ...opened, version: opened.version + 1 }] : [];
  const statement: Statement = {
    what: 'statement',
    of: { kind: 'referral', id: referral.id },
    number: nextNumber(call.earlier),
    version: 1,
    file: referral.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    kind,
    tasks: tasks.map(({ id }) => id),
    considered: [],
    sealed: call.sealed,
    ...(rule.alertsOversight && { watched: WATCHED_STATEMENTS }),
  };
  const made = happened('statement.made', told, statement, call);
  return {
    kept: [told, statement, ...counted, ...work.flatMap(({ kept }) => kept)],
    events: [
      { ...made, to: asked, urgency: rule.urgency },
      ...work.flatMap(({ events }) => events),
    ],
  };
}

const happened = (
  type: JournalEvent['type'],
  { id, version, file, case: opened }: RoutedReferral,
  { kind, number }: Statement,
  { by, at, newEvent }: By & { readonly newEvent: () => EventId },
): JournalEvent => ({
  id: newEvent(),
  type,
  at,
  subject: { kind: 'referral', id },
  version,
  by: { sub: by.sub, agency: by.agency },
  file,
  referral: id,
  case: opened,
  to: [],
  codes: { kind, number: String(number) },
});

interface Consider extends By {
  readonly referral: RoutedReferral;
  readonly all: readonly Statement[];
  readonly number: number;
  /** The tasks in which it is considered, and their clocks. */
  readonly tasks: readonly Task[];
  readonly clocks: readonly Clock[];
  /** Whether the account is a person's own, and not that of an agency's system. */
  readonly isPerson: boolean;
  readonly newEvent: () => EventId;
  readonly sealed: Sealed | undefined;
}

/** A person has considered it and written down what follows; with the second one it is dealt with. */
export function consider(call: Consider): Decision {
  const { referral, all, number, by, at, isPerson } = call;
  const statement = all.find((one) => one.number === number);
  if (!statement) throw new Refusal('not-found');
  if (!isPerson) throw new Refusal('person-needed');
  if (statement.by.sub === by.sub) throw new Refusal('own-statement');
  if (statement.considered.some((one) => one.by === by.sub)) {
    throw new Refusal('considered-already');
  }
  const considered = [...statement.considered, { at, by: by.sub, agency: by.agency }];
  const over = isConsidered({ considered });
  const { watched, ...rest } = statement;
  const seen: Statement = {
    ...rest,
    version: statement.version + 1,
    considered,
    sealed: call.sealed ?? statement.sealed,
    ...(watched && !over && { watched }),
  };
  const told: RoutedReferral = { ...referral, version: referral.version + 1 };
  const line = happened('statement.considered', told, seen, call);
  const done = over ? finish(call) : { kept: [], events: [] };
  const to = [...new Set([referral.lead])].filter((agency) => agency !== by.agency);
  return { kept: [told, seen, ...done.kept], events: [{ ...line, to }, ...done.events] };
}

/** Both have looked: the tasks that asked for it are done. */
function finish({ tasks, clocks, referral, by, at, newEvent }: Consider): Decision {
  const open = tasks.filter((task) => !hasEnded(task));
  const done = open.map(
    (task): Task => ({
      ...task,
      version: task.version + 1,
      status: 'completed',
      outcome: 'considered',
      deadline: undefined,
    }),
  );
  const running = clocks.filter(({ endedAt }) => !endedAt);
  return {
    kept: [...done, ...running.map((clock) => endClock(clock, at))],
    events: done.map((task) => stepEvent(task, { by, lead: referral.lead, at, event: newEvent() })),
  };
}
