import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { GuardedChild, GuardedPerson } from '../../shared/domain/interview/guard.ts';
import { Addition } from '../../shared/domain/referral/addition-submission.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { type Compares, isUnanswered } from '../../shared/domain/same-child/candidates.ts';
import { type KnownIdentity, sameChildKeys } from '../../shared/domain/same-child/keys.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { oneInterview } from '../../shared/store/one-interview.ts';

export type GuardDeps = Pick<
  VaultedStore,
  'table' | 'records' | 'sealing' | 'sightings' | 'personHash'
>;

/**
 * What stands in the way of an interview of a child, by all its cases, the one that goes on first. A
 * decision on this look holds only while none of them has changed.
 */
export async function guardedChild(
  deps: GuardDeps,
  family: readonly Case[],
): Promise<GuardedChild> {
  const { table } = deps;
  const [root] = family;
  if (!root) throw new Error('a child without a case');
  const episode = root.episode ?? 1;
  const reports = (await Promise.all(family.map((one) => reportsOf(deps, one)))).flat();
  const persons = await personsOf(deps, reports);
  const guards = oneInterview(table);
  const [own, ofPerson, unanswered] = await Promise.all([
    guards.ofChild(root.id),
    guards.ofPersons(persons, episode),
    anyUnanswered(deps, reports),
  ]);
  const current = own.find((guard) => guard.episode === episode);
  return { root: root.id, episode, persons, own: current, ofPerson, unanswered };
}

interface Known {
  readonly case: CaseId;
  readonly referral: Referral;
  /** As each report and addition states it. */
  readonly stated: readonly KnownIdentity[];
}

async function reportsOf({ records, sealing }: GuardDeps, { id }: Case): Promise<Known[]> {
  return Promise.all(
    (await records.referralsOf(id)).map(async (one) => {
      const of = { kind: 'referral' as const, id: one };
      const [referral, additions] = await Promise.all([
        records.referral(one),
        records.parts('addition', Addition, of),
      ]);
      const all = await Promise.all(
        [referral, ...additions].map((report) => sealing.forHub(report, 'same-child')),
      );
      return { case: id, referral, stated: all.map(({ identity }) => identity ?? {}) };
    }),
  );
}

async function personsOf({ personHash }: GuardDeps, reports: readonly Known[]) {
  const each = reports.flatMap(({ case: of, stated }) =>
    stated.map(async ({ personalNumber }): Promise<GuardedPerson | undefined> => {
      const hash = await personHash(personalNumber);
      return hash === undefined ? undefined : { hash, of };
    }),
  );
  const found = (await Promise.all(each)).filter((one) => one !== undefined);
  return [...new Map(found.map((one) => [`${one.hash} ${one.of}`, one])).values()];
}

/** Of every report that may be about the child, whichever of both came first. */
async function anyUnanswered(deps: GuardDeps, reports: readonly Known[]): Promise<boolean> {
  const own: Compares[] = reports.map(({ referral }) => referral);
  const known = new Set<string>(own.map(({ id }) => id));
  const hits = await Promise.all(reports.map((report) => mayBeSame(deps, report)));
  const others = [...new Set([...hits.flat(), ...own.flatMap(({ earlier = [] }) => earlier)])];
  const read = await Promise.all(
    others.filter((id) => !known.has(id)).map((id) => deps.records.referral(id)),
  );
  return isUnanswered(own, read);
}

async function mayBeSame({ sightings }: GuardDeps, { stated }: Known) {
  return sightings(sameChildKeys(Object.assign({}, ...stated)));
}
