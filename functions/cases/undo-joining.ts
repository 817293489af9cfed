import { Temporal } from 'temporal-polyfill';
import type { undoJoining as contract } from '../../shared/contract/same-child.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { caseSubject } from '../../shared/domain/access/subject.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { joiningView } from '../../shared/domain/disclosure/joining-view.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { Joining, type Side, undo } from '../../shared/domain/same-child/joining.ts';
import { TAKE_OVER } from '../../shared/domain/same-child/take-over.ts';
import { hasEnded } from '../../shared/domain/task/task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf, withJoined } from '../../shared/store/family.ts';
import { guardsOfEach } from './guard-joined.ts';
import { shutOfEach } from './shut-joined.ts';

type Deps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'members' | 'sealing' | 'policy' | 'now' | 'bytes'
>;
type Records = VaultedStore['records'];

/** Takes a joining back: both cases are as they were, with all that has happened since. */
export const undoJoining =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const { survivor, away, joining } = await readJoining(records, path);
    const permit = mayPart(principal, survivor, away);
    if (!(await journal.earlier(principal, once))) {
      const { outcome } = await sealing.forHub(joining, 'seal-anew');
      const words = { outcome: { ...outcome, undoing: body.reason } };
      const sealed = await sealing.seal(joining, words, joining.version + 1, joining.sealed);
      const at = now();
      const ids = { task: () => newTaskId(bytes), event: () => newEventId(bytes) };
      const offer = await openOffer(records, away);
      const edition = policy.at(Temporal.Instant.from(at));
      const walls = await wallsOf(deps, { survivor, away }, principal);
      const call = { joining, ...walls.sides, offer, sealed, by: principal, at, ids };
      const made = { number: String(joining.number) };
      await journal.commit(walls.follow(undo(call, edition)), {
        by: principal,
        also: walls.also,
        once,
        made,
      });
    }
    const parted = await records.part('joining', Joining, joining.of, joining.number);
    const decided = await sealing.open(parted, permit, ['outcome']);
    const { outcome } = { ...(await sealing.own(parted, principal, ['outcome'])), ...decided };
    const shown = joiningView(parted, outcome);
    return { status: 201, body: shown, location: shown.links.case };
  };

interface Parting {
  readonly survivor: Side & { readonly case: Case };
  readonly away: Side;
}

/** Who is shut out of each of both from now on, with all cases that stay joined with it. */
async function wallsOf(deps: Deps, { survivor, away }: Parting, by: Principal) {
  if (!away.case) {
    return { sides: { survivor, away }, follow: (decision: Decision) => decision, also: [] };
  }
  const gone = await withJoined(deps.records, away.case);
  const whole = await familyOf(deps.records, survivor.case);
  const left = whole.filter(({ id }) => !gone.some((one) => one.id === id));
  const [stays, parts, guards] = await Promise.all([
    shutOfEach(deps, left, by),
    shutOfEach(deps, gone, by),
    guardsOfEach(deps, { stays: left, goes: gone }, by),
  ]);
  return {
    sides: { survivor: stays.side(survivor), away: parts.side(away) },
    follow: (decision: Decision) => guards.follow(parts.follow(stays.follow(decision))),
    also: guards.also,
  };
}

type Path = Parameters<UseCase<typeof contract>>[0]['path'];

async function readJoining(records: Records, { caseId, number }: Path) {
  const kept = await records.case(caseId);
  const joining = await records.part('joining', Joining, { kind: 'case', id: caseId }, number);
  if (joining.same === 'no') throw new Refusal('not-found');
  const survivor = { referral: routedOnly(await records.referral(kept.referral)), case: kept };
  const away: Side = {
    referral: routedOnly(await records.referral(joining.referral)),
    case: joining.case && (await records.case(joining.case)),
  };
  return { joining, survivor, away };
}

/** Either lead may: whoever finds out that it is another child must be able to say so. */
function mayPart(by: Principal, survivor: Side, away: Side): Permit {
  const joinedLeads = away.case ? [away.case.lead] : [];
  if (!survivor.case) throw new Refusal('not-found');
  return may(by, 'case.join', { ...caseSubject(survivor.case, survivor.referral), joinedLeads });
}

/** The question to take over the lead, while no person has answered it. */
async function openOffer(records: Records, { case: opened }: Side) {
  const tasks = opened ? await records.tasksOf({ kind: 'case', id: opened.id }) : [];
  const task = tasks.find(
    (one) => one.kind === TAKE_OVER && ['requested', 'received'].includes(one.status),
  );
  if (!task || hasEnded(task)) return undefined;
  return { task, clocks: await records.clocksOf({ kind: 'task', id: task.id }) };
}
