import { Temporal } from 'temporal-polyfill';
import type { decideSafety as contract } from '../../shared/contract/safety.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import { safetyView, wordsOfSafety } from '../../shared/domain/disclosure/safety-view.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Details } from '../../shared/domain/referral/groups.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { livesWith } from '../../shared/domain/routing/facts.ts';
import { checkSafetyDecision, isSeen } from '../../shared/domain/safety/check.ts';
import { decideSafety as decide } from '../../shared/domain/safety/decide.ts';
import { SafetyDecision } from '../../shared/domain/safety/decision.ts';
import { type JoinedCase, owesSafety } from '../../shared/domain/safety/joined.ts';
import { searchWork } from '../../shared/domain/safety/not-seen.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import type { Made } from '../../shared/store/journal.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Deciding = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** Whoever saw the child, or could not, says so: where it sleeps, what protects it, who looks again. */
export const decideSafety =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'case.decide-safety' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await decided(deps, read, { body, by: principal, once }));
    const number = Number(made.number);
    const of = { kind: 'case', id } as const;
    const decision = await records.part('safety-decision', SafetyDecision, of, number);
    const { outcome: words } = await sealing.open(
      decision,
      read.permit,
      wordsOfSafety(read.permit),
    );
    const at = now();
    const shown = { decision, words, permit: read.permit, at, lang };
    const view = safetyView(shown, policy.at(Temporal.Instant.from(at)));
    return { status: 201, body: view, location: `/v1/cases/${id}/safety-decisions` };
  };

async function decided(deps: Deps, read: ReadCase, { body, by, once }: Deciding): Promise<Made> {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const standing = await caseStanding(records, read.case.id);
  if (standing.case.status === 'closed') throw new Refusal('already-closed');
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const family = await familyOf(deps, standing.case);
  const home = householdOf(family).perpetrators.map(({ livesWithChild }) => livesWithChild);
  const perpetrators = family.named.map((named) => named.number);
  const reportedAt = standing.reports[0] ?? read.referral.submittedAt;
  const known = { reportedAt, at, perpetrators, accusedAtHome: livesWith(home) };
  checkSafetyDecision(body, known, edition);
  const ownDecisions = standing.decisions.filter(({ of }) => of.id === standing.case.id);
  const number = nextNumber(ownDecisions);
  const { id, file } = standing.case;
  const place = { what: 'safety-decision', of: { kind: 'case', id }, number, file } as const;
  const others = standing.family.filter((one) => one.id !== id);
  const decision = decide(
    {
      ...standing,
      request: body,
      earlier: ownDecisions,
      ofTasks: await clocksOwed(records, standing.tasks),
      joined: await Promise.all(others.map((one) => joinedCase(records, one))),
      search: isSeen(body) ? [] : searchOf(body.notSeen, { ...read, ...standing }, edition),
      sealed: await sealing.seal(place, { outcome: wordsIn(body) }),
      by: { sub: by.sub, agency: by.agency },
      at,
      newTask: () => newTaskId(bytes),
      newEvent: () => newEventId(bytes),
    },
    edition,
  );
  const made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}

async function clocksOwed(records: Deps['records'], tasks: readonly Task[]): Promise<Clock[]> {
  const owing = tasks.filter(owesSafety);
  const each = owing.map(({ id }) => records.clocksOf({ kind: 'task', id }));
  return (await Promise.all(each)).flat();
}

/** What waits in another case of the child for its being seen. */
async function joinedCase(records: Deps['records'], opened: Case): Promise<JoinedCase> {
  const of = { kind: 'case', id: opened.id } as const;
  const [clocks, tasks] = await Promise.all([records.clocksOf(of), records.tasksOf(of)]);
  return { case: opened, clocks, tasks, ofTasks: await clocksOwed(records, tasks) };
}

function searchOf(
  reason: string,
  { case: opened, referral, tasks }: Pick<ReadCase, 'case' | 'referral' | 'tasks'>,
  edition: Edition,
) {
  const excluded = [...(opened.excluded ?? []), ...(referral.excluded ?? [])];
  return searchWork({ reason, case: opened, referrer: referral.agency, tasks, excluded }, edition);
}

/** What is personal of a decision: who saw the child, why it was decided so, and against whom. */
function wordsIn(body: Call['body']): Details['outcome'] {
  if (!isSeen(body)) return { note: body.reason };
  const { name, phone } = body.seenBy;
  const against = body.measures.flatMap(({ against: who }, measure) =>
    typeof who === 'string' ? [{ measure, who }] : [],
  );
  return { note: body.reason, actingPerson: phone ? `${name}, ${phone}` : name, against };
}
