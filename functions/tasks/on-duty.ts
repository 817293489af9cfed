import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { DutyGap, uncoveredNow } from '../../shared/domain/duty/duty-gap.ts';
import type { Named } from '../../shared/domain/duty/person.ts';
import { isOnDuty, type Roster, whoIsOnDuty } from '../../shared/domain/duty/roster.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { TaskStatus } from '../../shared/domain/task/statuses.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'bytes'>;

interface Step {
  readonly task: Task;
  readonly to: TaskStatus;
  readonly actingPerson: Named | undefined;
  readonly by: Principal;
  readonly at: string;
}

const NOTHING: Decision = { kept: [], events: [] };
const BY_WHO_IS_ON_DUTY: readonly TaskStatus[] = ['received', 'accepted'];

/**
 * Urgent work is received and accepted by a person who is on duty at that moment. Where nobody is,
 * protection goes on all the same, and the gap is told with the step.
 */
export async function onDuty(deps: Deps, step: Step, edition: Edition): Promise<Decision> {
  const { task, to, actingPerson, by, at } = step;
  if (task.urgency !== 'urgent' || !BY_WHO_IS_ON_DUTY.includes(to)) return NOTHING;
  const { records, sealing } = deps;
  const roster = await records.roster(task.agency);
  if (!roster || whoIsOnDuty(roster, at).length === 0) {
    return uncovered(deps, step, roster, edition);
  }
  const { outcome } = await sealing.forHub(roster, 'call-duty');
  if (isOnDuty(namedBy(by, actingPerson), roster, outcome?.duty ?? [], at)) return NOTHING;
  throw new Refusal('not-on-duty', [{ pointer: '/actingPerson', code: 'not-on-duty' }]);
}

/** Who acts, or who calls. A system is nobody: it has to name the person like anybody else. */
function namedBy(by: Principal, actingPerson: Named | undefined): Named[] {
  const named = actingPerson ? [actingPerson] : [];
  if (!hasRole(by, 'system')) return [...named, { account: by.sub }];
  return named.map(({ phone, account }) => ({
    phone,
    account: account === by.sub ? undefined : account,
  }));
}

async function uncovered(
  { records, bytes }: Deps,
  step: Step,
  roster: Roster | undefined,
  edition: Edition,
): Promise<Decision> {
  const { agency } = step.task;
  // Only who answers at any hour has a gap: of others nobody expects a roster.
  if (!edition.agency(agency)?.duty) return NOTHING;
  const of = { kind: 'agency' as const, id: agency };
  const known = await records.parts('duty-gap', DutyGap, of);
  const by = { sub: step.by.sub, agency: step.by.agency };
  const file = roster?.file ?? newFileId(bytes);
  const newEvent = () => newEventId(bytes);
  return uncoveredNow({ agency, roster, known, at: step.at, by, file, newEvent }, edition);
}
