import { Temporal } from 'temporal-polyfill';
import {
  type FileId,
  newEventId,
  newFileId,
  newReferralId,
  type ReferralId,
} from '../../shared/domain/ids.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import { childConsumer, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { derivedReferral } from '../../shared/domain/referral/derived.ts';
import { DETAIL_GROUPS } from '../../shared/domain/referral/group.ts';
import type { ReferralKind } from '../../shared/domain/referral/kind.ts';
import {
  type OtherChild,
  ownReferral,
  statedOf,
} from '../../shared/domain/referral/other-child.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { childRouting, planChild } from '../../shared/domain/routing/child-work.ts';
import { decide, unrouted } from '../../shared/domain/routing/decide.ts';
import { routingIds } from '../../shared/domain/routing/ids.ts';
import type { Planning } from '../../shared/domain/routing/planned-work.ts';
import { type Wanted, wantedBy } from '../../shared/domain/routing/wanted.ts';
import type { FormConsent } from '../../shared/domain/sharing/form.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';
import type { Write } from '../../shared/store/write.ts';
import { type ReportDeps, readReports, type SentReport } from './read-reports.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now'> &
  ReportDeps & {
    readonly records: Pick<VaultedStore['records'], 'referral' | 'case' | 'routingOfChild'>;
    readonly journal: Pick<VaultedStore['journal'], 'commit' | 'settle'>;
    readonly sealing: Pick<VaultedStore['sealing'], 'forHub' | 'newFile'>;
    readonly derive: typeof derive;
    readonly openCentres: readonly string[];
  };
type Message = RoutingMessage & { readonly child: number };

/** A referral of its own opens a file of its own: its key is written with it. */
interface Opening {
  readonly decision: Decision;
  readonly also?: readonly Write[];
}

/** Sees to one other child of a report: a safety check of its own, or a record of its own. Twice is once. */
export const routeChild =
  (deps: Deps) =>
  async ({ event, referral: id, child }: Message): Promise<void> => {
    const { records, journal, policy, openCentres } = deps;
    const settles = [{ event, consumer: childConsumer(child) }];
    const referral = await records.referral(id);
    if (referral.status === 'submitted') throw new Error(`${id} is not routed`);
    if (await records.routingOfChild(id, child)) return journal.settle(settles);
    const named = whoWas(await readReports(deps, referral, DETAIL_GROUPS), child);
    if (!named) throw new Error(`${id} names no child ${child}`);
    const edition = policy.at(Temporal.Instant.from(named.report.at), { openCentres });
    const kind = ownReferral(referral.kind, named.other);
    const known: Known = { ...named, referral, child, edition };
    const { decision, also = [] } = kind
      ? await recordOf(deps, known, kind)
      : { decision: await checkOf(deps, known) };
    await journal.commit(decision, { settles, also });
  };

interface Known {
  readonly referral: RoutedReferral;
  readonly child: number;
  readonly other: OtherChild;
  /** The report that named it, and all up to now. */
  readonly report: SentReport;
  readonly reports: readonly SentReport[];
  readonly edition: Edition;
}

/** The child of this number, counted through all reports in the order they came. */
function whoWas(reports: readonly SentReport[], child: number) {
  const all = reports.flatMap((report) =>
    (report.stated.family?.relatedChildren ?? []).map((other) => ({ other, report, reports })),
  );
  return all[child - 1];
}

/** A safety check, by the rules as they would be for this child alone. */
async function checkOf(deps: Deps, known: Known): Promise<Decision> {
  const { referral, child, other, reports, edition } = known;
  const opened = referral.case && (await deps.records.case(referral.case));
  const { facts, municipality } = wantedBy(referral, reports, edition);
  const place = { municipality, referrer: referral.agency };
  const found = decide({ ...facts, relatedRoles: [other.role] }, place, edition).filter(
    ({ each }) => each,
  );
  // Nobody competent was found: a person at the national desk finds somebody.
  const assignments =
    found.length > 0
      ? found
      : unrouted(place, edition).map((task) => ({ ...task, role: 'participant' as const }));
  const planning = planningOf(deps, known, { opened: opened || undefined, municipality });
  return planChild({ referral, case: opened || undefined, child, assignments, planning }, edition);
}

function planningOf(
  { now, derive }: Deps,
  { referral, child, report }: Known,
  {
    opened,
    municipality,
  }: { opened: { id: Planning['opened'] } | undefined } & Pick<Wanted, 'municipality'>,
): Planning {
  return {
    referral,
    opened: opened?.id,
    municipality: referral.placeMasked ? 'unknown' : municipality,
    reportedAt: report.at,
    at: now(),
    ids: routingIds(derive, referral.id, `child-${child}`),
  };
}

/** A referral of its own, with what the report says of this child and no more. */
async function recordOf(deps: Deps, known: Known, kind: ReferralKind): Promise<Opening> {
  const { sealing, derive } = deps;
  const { referral, child, other, report, reports, edition } = known;
  const { details, municipality } = wantedBy(referral, reports, edition);
  const from = (what: string) => derive(referral.id, `child-${child}`, what);
  const ids = {
    referral: newReferralId(from('referral')),
    file: newFileId(from('file')),
    event: newEventId(from('event')),
  };
  const place = { what: 'referral', id: ids.referral, file: ids.file } as const;
  const opened = await sealing.newFile(ids.file);
  const sealed = opened.seal(place, statedOf(kind, other, details));
  const said = kind === 'early-identification' ? details.concern?.consent : undefined;
  // What was withdrawn meanwhile holds for no brother or sister either.
  const consent =
    said && referral.permitted?.length
      ? { said, sealed: opened.seal(consentOf(ids), nameIn(said)) }
      : undefined;
  const planning = planningOf(deps, known, { opened: undefined, municipality });
  const made = derivedReferral(
    {
      ...{ origin: referral, kind, municipality, reportedAt: report.at, at: planning.at },
      ...{ by: { sub: 'routing' }, ids, sealed, consent },
    },
    edition,
  );
  const kept = childRouting(
    { referral, child, planning },
    { tasks: [], became: ids.referral },
    edition,
  );
  return { decision: join(made, { kept: [kept], events: [] }), also: [opened.write] };
}

const consentOf = ({ referral, file }: { referral: ReferralId; file: FileId }) => ({
  ...{ what: 'sharing-consent' as const, number: 1, file },
  of: { kind: 'referral' as const, id: referral },
});

const nameIn = (said: FormConsent) =>
  said.state === 'given' ? { family: { speaker: { name: said.by } } } : {};
