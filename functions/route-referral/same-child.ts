import type { ReferralId } from '../../shared/domain/ids.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Details } from '../../shared/domain/referral/groups.ts';
import type { Referral, RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { hitsOf, repeatFacts, type Sighting } from '../../shared/domain/same-child/hits.ts';
import { sameChildKeys } from '../../shared/domain/same-child/keys.ts';
import {
  CONFIRM_SAME_CHILD,
  type Reported,
  reportedAgain,
} from '../../shared/domain/same-child/reported-again.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';

/** Earlier reports that may be about the child, and what they mean for routing. */
export interface EarlierReports {
  readonly hits: readonly Sighting[];
  /** How many more there are than a report is compared with. */
  readonly more: number;
  readonly facts: Partial<ReturnType<typeof repeatFacts>>;
}

/**
 * Compares a referral with all others that may be about the same child. Done while routing, never
 * while it is taken in: the referrer's answer shows neither by its shape nor by its time that the
 * child is known.
 */
async function earlierReports(
  { children }: { readonly children: Pick<VaultedStore['children'], 'enter'> },
  { id: referral, agency, submittedAt }: Referral,
  { identity }: Partial<Details>,
  { sameChild: pack }: Edition,
): Promise<EarlierReports> {
  const own = { referral, agency, submittedAt };
  const keys = sameChildKeys(identity ?? {});
  const found = keys.length > 0 ? await children.enter(keys, own, pack) : [];
  const known = found.flatMap(({ reports }) => reports);
  const hits = hitsOf(known, own, pack);
  const more = Math.max(0, ...found.map((one) => one.more));
  return { hits, more, facts: repeatFacts(hits, own, pack) };
}

const UNCOMPARED: EarlierReports = { hits: [], more: 0, facts: {} };

/**
 * The comparison, and whether the lead has to be asked. One that fails holds up nothing: a child is
 * helped before it is known who it is, and the message stands until it has been compared.
 */
export async function compared(...asked: Parameters<typeof earlierReports>): Promise<{
  readonly reports: EarlierReports;
  readonly asks: boolean;
  readonly fault?: unknown;
}> {
  try {
    const reports = await earlierReports(...asked);
    return { reports, asks: reports.hits.length > 0 };
  } catch (fault) {
    return { reports: UNCOMPARED, asks: true, fault };
  }
}

type Deps = { readonly records: Pick<VaultedStore['records'], 'referralsBy' | 'casesBy'> } & {
  readonly now: VaultedStore['now'];
  readonly derive: typeof derive;
};

/** The question to the lead whether it is the same child; nothing where nothing was found. */
export async function askIfSame(
  { records, now, derive }: Deps,
  id: ReferralId,
  { hits, more }: EarlierReports,
  edition: Edition,
): Promise<Decision> {
  const nothing: Decision = { kept: [], events: [] };
  if (hits.length === 0) return nothing;
  const routed = await routedOf(records, [id, ...hits.map(({ referral }) => referral)]);
  const own = routed.find(({ referral }) => referral.id === id);
  if (!own) return nothing;
  // One that is not routed yet has no lead to tell; ours is asked about it all the same.
  const earlier = routed.filter((one) => one !== own);
  // A later addition may find more: its question is another one.
  const asked = `${CONFIRM_SAME_CHILD} ${own.referral.earlier?.length ?? 0}`;
  const ids = {
    task: newTaskId(derive(id, asked)),
    event: (of: string) => newEventId(derive(id, asked, of)),
  };
  const call = { own, hits: hits.map(({ referral }) => referral), more, earlier, ids, at: now() };
  return reportedAgain(call, edition);
}

/** Those of the referrals that are routed, in this order, each with its case: the cases are read last. */
async function routedOf(records: Deps['records'], ids: readonly ReferralId[]): Promise<Reported[]> {
  const found = new Map((await records.referralsBy(ids)).map((one) => [one.id, one]));
  const routed = ids
    .map((id) => found.get(id))
    .filter((one): one is RoutedReferral => one !== undefined && one.status !== 'submitted');
  const opened = await records.casesBy(routed.flatMap((one) => one.case ?? []));
  const cases = new Map(opened.map((one) => [one.id, one]));
  return routed.map((referral) => ({
    referral,
    case: referral.case && cases.get(referral.case),
  }));
}
