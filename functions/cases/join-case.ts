import { Temporal } from 'temporal-polyfill';
import type { joinCase as contract } from '../../shared/contract/same-child.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { caseSubject, referralSubject } from '../../shared/domain/access/subject.ts';
import { joiningView } from '../../shared/domain/disclosure/joining-view.ts';
import { CaseId, newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { leadOf } from '../../shared/domain/referral/referral.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { Joining, join, joins, keptIn } from '../../shared/domain/same-child/joining.ts';
import { may } from '../../shared/platform/access/may.ts';
import { asManyAsFit, goOnOver } from '../../shared/platform/go-over.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { guardsOfBoth } from './guard-joined.ts';
import { coveredIn, due, shutOfBoth } from './shut-joined.ts';
import { type Compared, compared, coveredBy, openQuestions } from './sides.ts';

type Deps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'members' | 'sealing' | 'policy' | 'now' | 'bytes'
>;
type Call = Pick<Parameters<UseCase<typeof contract>>[0], 'path' | 'body' | 'principal' | 'once'>;

/** The lead says whether two reports are about one child; if so, their cases go on as one. */
export const joinCase =
  (deps: Deps): UseCase<typeof contract> =>
  async (call) => {
    const { records, journal, sealing } = deps;
    const own = await compared(records, { id: call.path.caseId });
    const asked = call.body;
    const named = 'case' in asked ? { id: asked.case } : { referral: asked.referral };
    const other = await compared(records, named);
    mayCompare(call.principal, own, other);
    const earlier = await journal.earlier(call.principal, call.once);
    const made = earlier ?? (await joined(deps, own, other, call));
    const of = { kind: 'case', id: CaseId.parse(made.case) } as const;
    const joining = await records.part('joining', Joining, of, Number(made.number));
    const { outcome } = await sealing.own(joining, call.principal, ['outcome']);
    const body = joiningView(joining, outcome);
    return { status: 201, body, location: body.links.case };
  };

/** One of both is the caller's to lead, and the hub, or the caller's own work, brought them together. */
function mayCompare(by: Principal, own: Compared, other: Compared): void {
  const leads = [own, other].map(({ side }) => side.case?.lead ?? leadOf(side.referral));
  const joinedLeads = leads.filter((lead) => lead !== undefined);
  for (const { side } of [own, other]) {
    const subject = side.case
      ? caseSubject(side.case, side.referral)
      : referralSubject(side.referral);
    may(by, 'case.join', { ...subject, joinedLeads });
  }
  const both = leads.every((lead) => lead === by.agency);
  // Else a guessed number would open another unit's case.
  if (!both && !coveredBy(own, other)) throw new Refusal('not-found');
}

async function joined(
  deps: Deps,
  a: Compared,
  b: Compared,
  { body: { same, reason }, principal: by, once }: Call,
): Promise<Made> {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const own = { referral: a.side.referral, case: a.side.case };
  if (!own.case) throw new Refusal('not-found');
  if (own.case.id === b.side.case?.id) throw new Refusal('already-joined');
  const sides = { own: { ...own, case: own.case }, other: b.side, same };
  const { id, file } = keptIn(sides);
  const of = { kind: 'case', id } as const;
  const number = nextNumber(await records.parts('joining', Joining, of));
  const covers = coveredBy(a, b);
  const asked = await openQuestions(records, covers);
  const place = { what: 'joining', of, number, file } as const;
  const sealed = await sealing.seal(place, { outcome: { note: reason } });
  const at = now();
  const ids = { task: () => newTaskId(bytes), event: () => newEventId(bytes) };
  const edition = policy.at(Temporal.Instant.from(at));
  const call = { ...sides, covers, asked, number, sealed, by, at, ids };
  const made = { case: id, number: String(number) };
  const options = { by, once, made };
  if (!joins(sides)) return (await journal.commit(join(call, edition), options)) ?? made;
  const shut = await shutOfBoth(deps, [...a.cases, ...b.cases], by);
  const walled = { own: shut.side(sides.own), other: shut.side(b.side) };
  const decided = join({ ...call, ...walled, covers: coveredIn(covers, shut) }, edition);
  const [stays, goes] = id === own.case.id ? [a.cases, b.cases] : [b.cases, a.cases];
  const guards = await guardsOfBoth(deps, { stays, goes }, by);
  const { also } = guards;
  const first = guards.follow(shut.follow(decided));
  const { whole, more } = asManyAsFit(first, await shut.work(decided), also.length);
  if (!more) return (await journal.commit(whole, { ...options, also })) ?? made;
  const { decision, joining } = due(whole, at);
  const earlier = await journal.commit(decision, { ...options, also });
  if (!earlier) await goOnOver(deps, joining);
  return earlier ?? made;
}
