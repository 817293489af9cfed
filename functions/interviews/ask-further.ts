import { Temporal } from 'temporal-polyfill';
import type { askFurther as contract } from '../../shared/contract/further.ts';
import { InterviewId, newEventId, newInterviewId } from '../../shared/domain/ids.ts';
import { askFurther as ask, DEFENCE_RIGHT } from '../../shared/domain/interview/further.ts';
import { type Guard, openFurther } from '../../shared/domain/interview/guard.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { mustBeNew } from '../../shared/domain/interview/new-topics.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadChild, readChild } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Made } from '../../shared/store/journal.ts';
import { oneInterviewWrites } from '../../shared/store/one-interview.ts';
import { unchanged } from '../../shared/store/unchanged.ts';
import { coveredBefore, filedFor } from './further-topics.ts';
import { type GuardDeps, guardedChild } from './guarded-child.ts';
import { participantsOf, visitsOf } from './participants.ts';
import { shownVisit } from './shown-visit.ts';

export type FurtherDeps = GuardDeps &
  Pick<VaultedStore, 'journal' | 'access' | 'policy' | 'now' | 'bytes'>;
type Call = Parameters<UseCase<typeof contract>>[0];

/** Asks that a child who was interviewed is interviewed once more; another agency must agree. */
export const askFurther =
  (deps: FurtherDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const child = await readChild(deps, path.caseId);
    const visits = await visitsOf(deps, child.family);
    const subject = { ...child.subject, participants: participantsOf(visits) };
    const permit = may(principal, 'interview.further', subject);
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await asked(deps, child, visits, call));
    const id = InterviewId.parse(made.interview);
    const body = await shownVisit(deps, id, { by: principal, permit, lang });
    return { status: 201, body, location: `/v1/interviews/${id}`, version: body.version };
  };

async function asked(
  deps: FurtherDeps,
  child: ReadChild,
  visits: readonly Interview[],
  call: Call,
): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { body, principal: by, once } = call;
  if (child.case.status === 'closed') throw new Refusal('already-closed');
  mustSayWhy(body);
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  if (body.order && edition.agency(body.order.court)?.kind !== 'court') {
    throw new Refusal('unknown-agency', [{ pointer: '/order/court', code: 'unknown-agency' }]);
  }
  const guarded = await guardedChild(deps, child.family);
  const id = newInterviewId(bytes);
  const guard = openFurther(guarded, { interview: id, agency: by.agency });
  const held = await heldBefore(deps, visits, guard);
  mustBeNew(body.topics, await coveredBefore(deps, held.visits));
  const place = { what: 'further', of: { kind: 'interview', id }, number: 1 } as const;
  const { file } = held.previous;
  const words = { outcome: body.necessity ? { note: body.necessity } : {} };
  const sealed = await sealing.seal({ ...place, file }, words);
  const { need, otherInterviewer, order } = body;
  const who = { sub: by.sub, agency: by.agency };
  const decision = ask(
    {
      ...held,
      id,
      place: held.visits.length + 1,
      topics: body.topics.length,
      ...{ need, otherInterviewer, order, sealed, at },
      by: who,
      event: newEventId(bytes),
    },
    edition,
  );
  const filed = await filedFor(deps, { id, file, topics: body.topics, by: who, at }, edition);
  const whole = { ...decision, kept: [...decision.kept, ...filed] };
  const made = { interview: id };
  const before = guarded.own ? [guarded.own] : [];
  const also = [...oneInterviewWrites(before, [guard]), ...unchanged(child.family, whole)];
  const options = { by, also, once, made };
  return (await journal.commit(whole, options)) ?? made;
}

/** In writing; where the defence asks by right, or a court has ordered it, that says why. */
function mustSayWhy({ need, necessity, order }: Call['body']): void {
  if (necessity || order || need === DEFENCE_RIGHT) return;
  throw new Refusal('necessity-missing', [{ pointer: '/necessity', code: 'necessity-missing' }]);
}

/** The interviews of this episode that were held, and the last of them with its booking. */
async function heldBefore(
  { table }: FurtherDeps,
  all: readonly Interview[],
  { episode, usedBy }: Guard,
) {
  const visits = all.filter((one) => one.episode === episode && one.status === 'ended');
  const previous = all.find(({ id }) => id === usedBy?.interview);
  // It was completed, but the child has not left yet.
  if (previous?.status !== 'ended') throw new Refusal('interview-not-held-yet');
  const booking = await interviews(table).booking(previous.id, previous.booking);
  return { previous, booking, visits };
}
