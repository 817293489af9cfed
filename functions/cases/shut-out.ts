import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { addressedTo, alreadyWent } from '../../shared/domain/family/already-went.ts';
import type { AllegedPerpetratorPart, Conflict } from '../../shared/domain/family/parts.ts';
import { shutOut } from '../../shared/domain/family/shut-out.ts';
import { type AgencyId, newEventId } from '../../shared/domain/ids.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import type { EventType, Subject } from '../../shared/domain/journal/event.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { excludedAgencies } from '../../shared/domain/routing/inside.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { type Family, type Report, uncorrected } from '../../shared/store/family-facts.ts';
import type { Made, Once } from '../../shared/store/journal.ts';
import type { ReadCase } from './read-case.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'withholding' | 'policy' | 'now' | 'bytes'>;
type Part = AllegedPerpetratorPart | Conflict;

interface Shutting {
  readonly read: ReadCase;
  readonly family: Family;
  /** The new or corrected part, without what had already gone. */
  readonly part: Part;
  readonly type: EventType;
  /** What follows beside it in the same transaction. */
  readonly beside?: Decision;
  readonly by: Principal;
  readonly once: Once | undefined;
  readonly made: Made;
}

/** How many messages are kept from leaving in one transaction; there are hardly ever more than a few. */
const WITHHELD_MOST = 20;

/**
 * Writes a part that shuts agencies or accounts out, with all that follows from it: nothing that has
 * not left yet leaves any more, and what had already gone is kept with the part.
 */
export async function shutOutBy(deps: Deps, call: Shutting): Promise<Made | undefined> {
  const { records, journal, withholding, policy, now, bytes } = deps;
  const { read, family, part, type, beside, by, once, made } = call;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const { excluded, conflicted } = everybody(family, part, edition);
  const before = read.case.excluded ?? [];
  const newly = excluded.filter((agency) => !before.includes(agency));
  const subjects = subjectsOf(read, family.reports);
  const [clocks, events] = await Promise.all([
    Promise.all(subjects.map((subject) => records.clocksOf(subject))),
    Promise.all(subjects.map((subject) => records.eventsOf(subject))),
  ]);
  const addressed = addressedTo(events.flat(), newly);
  const waiting = (await withholding.waiting(addressed)).slice(0, WITHHELD_MOST);
  const went = [
    ...('alreadyWent' in part ? part.alreadyWent : []),
    ...alreadyWent(addressed, waiting),
  ];
  const decision = shutOut(
    {
      part: { ...part, alreadyWent: went },
      case: read.case,
      referrals: family.reports.map(({ referral }) => referral),
      tasks: read.tasks,
      clocks: clocks.flat(),
      excluded,
      conflicted,
      type,
      by: { sub: by.sub, agency: by.agency },
      at,
      newEvent: () => newEventId(bytes),
    },
    edition,
  );
  return journal.commit(beside ? join(decision, beside) : decision, {
    by,
    also: waiting.map(withholding.write),
    ...(once && { once: { ...once, made } }),
  });
}

/** Everybody who is shut out, from the reports, the parts and this one in place of its former self. */
function everybody({ reports, named, conflicts }: Family, part: Part, edition: Edition) {
  const others = (one: Part) => one.what !== part.what || one.number !== part.number;
  const perpetrators = named.filter(others);
  const declared = conflicts.filter(others);
  const now = part.what === 'alleged-perpetrator' ? [...perpetrators, part] : perpetrators;
  const conflicting = part.what === 'conflict' ? [...declared, part] : declared;
  const agencies = [
    ...reports.flatMap((report) => reportedBy(report, now, edition)),
    ...now.flatMap(({ excludes }) => excludes),
    ...conflicting.flatMap(({ agency }) => (agency ? [agency] : [])),
  ];
  return {
    excluded: [...new Set(agencies)].sort(),
    conflicted: [...new Set(conflicting.flatMap(({ account }) => (account ? [account] : [])))],
  };
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

const subjectsOf = ({ case: opened, tasks }: ReadCase, reports: readonly Report[]): Subject[] => [
  { kind: 'case', id: opened.id },
  ...reports.map(({ referral }) => ({ kind: 'referral' as const, id: referral.id })),
  ...tasks.map(({ id }) => ({ kind: 'task' as const, id })),
];
