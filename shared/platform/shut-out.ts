import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../domain/access/principal.ts';
import type { Case } from '../domain/case/case.ts';
import { addressedTo, alreadyWent } from '../domain/family/already-went.ts';
import { type NamedPerson, naming } from '../domain/family/named.ts';
import type { AllegedPerpetratorPart, Conflict } from '../domain/family/parts.ts';
import { type Shut, type Standing, shutOut } from '../domain/family/shut-out.ts';
import { type AgencyId, newEventId } from '../domain/ids.ts';
import { join, type Kept } from '../domain/journal/decision.ts';
import type { EventType, Subject } from '../domain/journal/event.ts';
import type { Edition } from '../domain/policy/edition.ts';
import type { Referral } from '../domain/referral/referral.ts';
import { Refusal } from '../domain/refusal.ts';
import { excludedAgencies } from '../domain/routing/inside.ts';
import type { Task } from '../domain/task/task.ts';
import { type Family, familyOf, type Report, uncorrected } from '../store/family-facts.ts';
import type { Made, Once } from '../store/journal.ts';
import { asManyAsFit, goingOver, goOnOver, standingOf } from './go-over.ts';
import type { ReadCase } from './read-case.ts';
import type { VaultedStore } from './runtime.ts';

/** What shutting somebody out takes. */
export type ShuttingDeps = Pick<
  VaultedStore,
  'records' | 'journal' | 'members' | 'sealing' | 'withholding' | 'policy' | 'now' | 'bytes'
>;
type Deps = ShuttingDeps;
type Part = AllegedPerpetratorPart | Conflict;

interface Shutting {
  readonly read: ReadCase;
  readonly family: Family;
  /** The new or corrected part, without what had already gone. */
  readonly part: Part;
  readonly type: EventType;
  readonly by: Principal;
  /** Whom the part names, by the hash of the personal number. */
  readonly named?: readonly NamedPerson[] | undefined;
  readonly once: Once | undefined;
  readonly made: Made;
}

/** How many messages are kept from leaving in one transaction; there are hardly ever more than a few. */
const WITHHELD_MOST = 20;

/**
 * Writes a part that shuts agencies or accounts out of the case and of all that are joined with it,
 * with all that follows: nothing that has not left yet leaves any more, what had already gone is kept
 * with the part, and their work goes over, as much as fits in the same transaction.
 */
export async function shutOutBy(deps: Deps, call: Shutting): Promise<Made | undefined> {
  const { journal, withholding, policy, now, bytes } = deps;
  const { read, family, type, by, once, made } = call;
  if (read.case.status === 'closed') throw new Refusal('already-closed');
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const { standing, tasks } = await standingWith(deps, read);
  const others = read.family.filter(({ id }) => id !== read.case.id);
  const shut = together(
    [withPart(family, call.part), ...(await familiesOf(deps, others))],
    edition,
  );
  const { part, waiting } = await without(deps, { part: call.part, standing, tasks, shut });
  const say = {
    type,
    by: { sub: by.sub, agency: by.agency },
    at,
    newEvent: () => newEventId(bytes),
  };
  const decided = shutOut({ standing, shut, of: read.case.id, ...say }, edition);
  const first = {
    ...decided,
    kept: naming<Referral, Kept>(decided.kept, standing.referrals, call.named ?? []),
  };
  const each = await goingOver(deps, { tasks, shut, by: say.by });
  const { whole, more } = asManyAsFit(first, each, 1 + waiting.length);
  const kept: Part = { ...part, next: more ? at : undefined };
  const earlier = await journal.commit(join({ kept: [kept], events: [] }, whole), {
    by,
    also: waiting.map(withholding.write),
    once,
    made,
  });
  if (!earlier) await goOnOver(deps, kept);
  return earlier;
}

/** All that stands of the child: the records of its joined cases, and the tasks in them. */
async function standingWith({ records }: Pick<Deps, 'records'>, read: ReadCase) {
  const others = read.family.filter(({ id }) => id !== read.case.id);
  const [standing, ...further] = await Promise.all([
    standingOf(records, [read.case, ...others]),
    ...others.map(({ id }) => records.tasksOf({ kind: 'case', id })),
  ]);
  return { standing, tasks: [...read.tasks, ...further.flat()] };
}

interface Gone {
  readonly part: Part;
  readonly standing: Standing;
  readonly tasks: readonly Task[];
  readonly shut: Shut;
}

/** The part with what had gone to whoever is newly excluded, and what can still be kept from leaving. */
async function without(deps: Deps, { part, standing, tasks, shut }: Gone) {
  const { records, withholding } = deps;
  const isNew = (agency: AgencyId) =>
    standing.cases.some(({ excluded = [] }) => !excluded.includes(agency));
  const newly = shut.excluded.filter(isNew);
  const subjects = subjectsOf(standing, tasks);
  const events = await Promise.all(subjects.map((subject) => records.eventsOf(subject)));
  const addressed = addressedTo(events.flat(), newly);
  const waiting = (await withholding.waiting(addressed)).slice(0, WITHHELD_MOST);
  const went = [...part.alreadyWent, ...alreadyWent(addressed, waiting)];
  return { part: { ...part, alreadyWent: went }, waiting };
}

/** What is said of each of these cases by which somebody is shut out. */
export const familiesOf = (
  deps: Pick<Deps, 'records' | 'sealing'>,
  cases: readonly Case[],
): Promise<Family[]> => Promise.all(cases.map((one) => familyOf(deps, one)));

/** The same with this part, in place of its former self where it is corrected. */
function withPart(family: Family, part: Part): Family {
  const others = (one: Part) => one.what !== part.what || one.number !== part.number;
  return {
    ...family,
    named: [...family.named.filter(others), ...(part.what === 'alleged-perpetrator' ? [part] : [])],
    conflicts: [...family.conflicts.filter(others), ...(part.what === 'conflict' ? [part] : [])],
  };
}

/** Everybody who is shut out, from the reports and the parts of all cases of one child. */
export function together(families: readonly Family[], edition: Edition): Shut {
  const conflicts = families.flatMap((family) => family.conflicts.filter(({ undone }) => !undone));
  const agencies = [
    ...families.flatMap(({ reports, named }) => [
      ...reports.flatMap((report) => reportedBy(report, named, edition)),
      ...named.flatMap(({ excludes }) => excludes),
    ]),
    ...conflicts.flatMap(({ agency }) => agency ?? []),
  ];
  const accounts = conflicts.flatMap(({ account }) => account ?? []);
  return { excluded: [...new Set(agencies)].sort(), conflicted: [...new Set(accounts)] };
}

function reportedBy(
  report: Report,
  named: readonly AllegedPerpetratorPart[],
  edition: Edition,
): AgencyId[] {
  const said = [...uncorrected(report, named), ...report.added.map((one) => one.said)];
  return excludedAgencies(said, placeOf(report), edition);
}

/** Where a report came from and where its child is. */
export const placeOf = ({ referral, onBehalfOf }: Report) => ({
  municipality: referral.municipality,
  agencies: [referral.agency, ...(onBehalfOf ? [onBehalfOf.agency] : [])],
});

const subjectsOf = ({ cases, referrals }: Standing, tasks: readonly Task[]): Subject[] => [
  ...cases.map(({ id }) => ({ kind: 'case' as const, id })),
  ...referrals.map(({ id }) => ({ kind: 'referral' as const, id })),
  ...tasks.map(({ id }) => ({ kind: 'task' as const, id })),
];
