import type { Clock } from '../shared/domain/clock/state.ts';
import type { AgencyId } from '../shared/domain/ids.ts';
import { newCaseId, newEventId, newTaskId } from '../shared/domain/ids.ts';
import type { Decision, Kept } from '../shared/domain/journal/decision.ts';
import type { JournalEvent, Subject } from '../shared/domain/journal/event.ts';
import type { PartName } from '../shared/domain/part.ts';
import type { Edition } from '../shared/domain/policy/edition.ts';
import { detailsOf } from '../shared/domain/referral/details.ts';
import type { Feedback, Referral, RoutedReferral } from '../shared/domain/referral/referral.ts';
import type { ReferralSubmission } from '../shared/domain/referral/submission.ts';
import { submit } from '../shared/domain/referral/submit.ts';
import { type Assignment, decide } from '../shared/domain/routing/decide.ts';
import { factsOf } from '../shared/domain/routing/facts.ts';
import { planRouting } from '../shared/domain/routing/plan.ts';
import type { RoutingFacts } from '../shared/domain/routing/rule.ts';
import { SafetyDecision } from '../shared/domain/safety/decision.ts';
import { Waiver } from '../shared/domain/safety/waiver.ts';
import type { Task } from '../shared/domain/task/task.ts';
import { announced } from '../shared/domain/webhook/catalogue.ts';
import { derive } from '../shared/platform/runtime.ts';
import { writesOf } from '../shared/store/commit.ts';
import {
  aFileId,
  anEventId,
  aPrincipal,
  aReferralId,
  aSealed,
  georgiaAt,
  NOW,
  SCHOOL,
} from './build.ts';

/** DynamoDB's own limit. */
const TRANSACTION_MOST = 100;
/** What a commit puts into the same transaction beside it: membership guard and idempotency, or what it settles. */
const BESIDE_MOST = 2;

const keyOf = (kept: Kept): string => {
  if (kept.what === 'clock') return `${kept.subject.id} clock ${kept.name}`;
  if (kept.what === 'feedback') return `${kept.referral} feedback ${kept.number}`;
  if (kept.what === 'routing') return `${kept.referral} routing ${kept.revision}`;
  if ('of' in kept) return `${kept.of.id} ${kept.what} ${kept.number}`;
  return kept.id;
};

/** The writes of a decision: refuses what one DynamoDB transaction could not hold. */
export function checkedWrites(decision: Decision) {
  const writes = writesOf(decision);
  const places = new Set(writes.map(({ key }) => `${key.pk} ${key.sk}`));
  if (places.size < writes.length) throw new Error('two writes of one item in a transaction');
  if (writes.length + BESIDE_MOST > TRANSACTION_MOST) throw new Error(`${writes.length} writes`);
  decision.events.forEach(checkAnnounced);
  return writes;
}

/** What the sender of webhooks would not send: it is about something else than its type announces. */
export function checkAnnounced({ type, subject, deadline, urgency }: JournalEvent): void {
  const { about, due } = announced(type);
  if (!about.includes(subject.kind)) throw new Error(`${type} is about a ${subject.kind}`);
  if (deadline && due === 'never') throw new Error(`${type} names a deadline`);
  if (urgency && due !== 'urgent') throw new Error(`${type} says how urgent it is`);
}

/** What the store would keep: decisions applied one after the other, each version exactly once. */
export class Memory {
  readonly kept = new Map<string, Kept>();
  readonly events: JournalEvent[] = [];

  apply(decision: Decision): void {
    checkedWrites(decision);
    for (const next of decision.kept) {
      const read = this.kept.get(keyOf(next))?.version ?? 0;
      if (next.version !== read + 1) {
        throw new Error(`${keyOf(next)}: version ${next.version} over ${read}`);
      }
      this.kept.set(keyOf(next), next);
    }
    this.events.push(...decision.events);
  }

  private all<W extends Kept['what']>(what: W): Extract<Kept, { what: W }>[] {
    return [...this.kept.values()].filter(
      (kept): kept is Extract<Kept, { what: W }> => kept.what === what,
    );
  }

  get referral(): Referral {
    return this.one('referral');
  }
  get routed(): RoutedReferral {
    const { referral } = this;
    if (referral.status === 'submitted') throw new Error('not routed');
    return referral;
  }
  get case() {
    return this.all('case')[0];
  }
  get routing() {
    return this.one('routing');
  }
  get tasks(): Task[] {
    return this.all('task');
  }
  get feedback(): Feedback[] {
    return this.all('feedback');
  }
  get decisions(): SafetyDecision[] {
    return this.parts('safety-decision').map((one) => SafetyDecision.parse(one));
  }
  get waivers(): Waiver[] {
    return this.parts('waiver').map((one) => Waiver.parse(one));
  }
  /** What is kept beside a case or a referral, in the order in which it came. */
  private parts(what: PartName) {
    return [...this.kept.values()].filter((kept) => kept.what === what);
  }
  get lead(): Task {
    const lead = this.tasks.find(({ role }) => role === 'lead');
    if (!lead) throw new Error('no lead');
    return lead;
  }

  task(id: Task['id']): Task {
    const task = this.tasks.find((one) => one.id === id);
    if (!task) throw new Error('no such task');
    return task;
  }
  taskOf(agency: AgencyId, kind?: string): Task {
    const task = this.tasks.find(
      (one) => one.agency === agency && (kind === undefined || one.kind === kind),
    );
    if (!task) throw new Error(`${agency} has no task`);
    return task;
  }
  clocksOf({ id }: Pick<Subject, 'id'>): Clock[] {
    return this.all('clock').filter(({ subject }) => subject.id === id);
  }

  private one<W extends Kept['what']>(what: W): Extract<Kept, { what: W }> {
    const [first] = this.all(what);
    if (!first) throw new Error(`no ${what}`);
    return first;
  }
}

interface Sent {
  readonly from?: AgencyId;
  readonly at?: string;
  /** When the machine routes it; as it is sent, unless said otherwise. */
  readonly routedAt?: string;
  readonly edition?: Edition;
}

export interface Planned {
  readonly facts: RoutingFacts;
  readonly assignments: readonly Assignment[];
  readonly decision: Decision;
  readonly memory: Memory;
}

/** A submission sent and routed by the pack, as the functions do it, without a store. */
export function routed(
  submission: ReferralSubmission,
  { from = SCHOOL, at = NOW, routedAt = at, edition = georgiaAt(at) }: Sent = {},
): Planned {
  const memory = new Memory();
  const ids = { referral: aReferralId(), file: aFileId(), event: anEventId() };
  const by = aPrincipal(from);
  memory.apply(submit({ submission, by, at, ids, sealed: aSealed() }, edition));
  const planned = planOf(memory.referral, submission, { routedAt, edition, memory });
  memory.apply(planned.decision);
  return { ...planned, memory };
}

/** The routing of a referral that was sent, by ids that derive from it. */
export function planOf(
  referral: Referral,
  submission: ReferralSubmission,
  { routedAt, edition, memory }: { routedAt: string; edition: Edition; memory: Memory },
) {
  const { facts } = factsOf(referral, detailsOf(submission), edition);
  const place = { municipality: referral.municipality, referrer: referral.agency };
  const assignments = decide(facts, place, edition);
  const waiting = memory
    .clocksOf(referral)
    .find(({ name, endedAt }) => name === 'routing' && endedAt === undefined);
  const { id } = referral;
  const ids = {
    case: () => newCaseId(derive(id, 'case')),
    task: (rule: string, kind: string, agency: AgencyId) =>
      newTaskId(derive(id, '1', rule, kind, agency)),
    event: (of: string) => newEventId(derive(id, '1', 'routing', of)),
  };
  const plan = { referral, waiting, assignments, facts, at: routedAt, ids };
  return { facts, assignments, decision: planRouting(plan, edition) };
}
