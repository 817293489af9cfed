import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { alreadyShut, shutOut, shutStanding } from '../../shared/domain/family/shut-out.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import type { Join, Joining, Side } from '../../shared/domain/same-child/joining.ts';
import { goingOver, standingOf } from '../../shared/platform/go-over.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familiesOf, together } from '../../shared/platform/shut-out.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'members' | 'sealing' | 'policy' | 'now' | 'bytes' | 'journal'
>;
type Say = Pick<Parameters<typeof shutOut>[0], 'by' | 'at' | 'newEvent'>;

/** What a joining or its undoing does to who is shut out, around the decision on it. */
export interface ShutAround {
  /** The same side with who is shut out of it from now on. */
  readonly side: <S extends Side>(side: S) => S;
  /** All other records that follow, beside the decision. */
  readonly follow: (decision: Decision) => Decision;
  /** The work that goes over for it, one decision a task. */
  readonly work: (decision: Decision) => Promise<readonly Decision[]>;
}

/** Joined, the cases have one wall around them: whoever is shut out of one is shut out of all. */
export async function shutOfBoth(
  deps: Deps,
  cases: readonly Case[],
  by: Principal,
): Promise<ShutAround> {
  const standing = await standingOf(deps.records, cases);
  return around(deps, { standing, shut: alreadyShut(standing) }, 'case.joined', by);
}

/** Parted, of each is shut out whom its own reports, namings and conflicts say. */
export async function shutOfEach(
  deps: Deps,
  cases: readonly Case[],
  by: Principal,
): Promise<ShutAround> {
  const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
  const shut = together(await familiesOf(deps, cases), edition);
  const standing = await standingOf(deps.records, cases);
  return around(deps, { standing, shut }, 'case.parted', by);
}

type Around = Pick<Parameters<typeof shutOut>[0], 'standing' | 'shut'>;

function around(
  deps: Deps,
  { standing, shut }: Around,
  type: 'case.joined' | 'case.parted',
  { sub, agency }: Principal,
): ShutAround {
  const { policy, now, bytes, records } = deps;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const say: Say = { by: { sub, agency }, at, newEvent: () => newEventId(bytes) };
  const after = shutStanding(standing, shut, edition);
  return {
    side: (side) => ({
      ...side,
      referral: after.referrals.find(({ id }) => id === side.referral.id) ?? side.referral,
      case: after.cases.find(({ id }) => id === side.case?.id) ?? side.case,
    }),
    follow: (decision) =>
      join(decision, shutOut({ standing, shut, type, beside: decision, ...say }, edition)),
    async work(decision) {
      const done = decision.kept.map((kept) => ('id' in kept ? kept.id : undefined));
      const tasks = await Promise.all(
        standing.cases.map(({ id }) => records.tasksOf({ kind: 'case', id })),
      );
      const open = tasks.flat().filter(({ id }) => !done.includes(id));
      return goingOver(deps, { tasks: open, shut, by: say.by });
    },
  };
}

/** The joining as it is kept while work that follows from it has still to go over. */
export const due = (decision: Decision, at: string): { decision: Decision; joining: Joining } => {
  const found = decision.kept.find((kept): kept is Joining => kept.what === 'joining');
  if (!found) throw new Error('a joining keeps itself');
  const joining: Joining = { ...found, next: at };
  return {
    joining,
    decision: { ...decision, kept: decision.kept.map((one) => (one === found ? joining : one)) },
  };
};

/** The question to the lead as it is answered, on the referral as it stands from now on. */
export const coveredIn = (covers: Join['covers'], { side }: ShutAround): Join['covers'] =>
  covers && { ...covers, of: side(covers.of) };
