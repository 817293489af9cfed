import * as z from 'zod';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import { AgencyId, CaseId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { type Marking, marked, toldOf } from './marked.ts';
import { type ClosedGroup, SealableGroup } from './marks.ts';

/** What a prosecutor closed of a case, and to whom it stays open; why is sealed itself. */
export const Seal = z.object({
  ...part('seal'),
  of: z.object({ kind: z.literal('case'), id: CaseId }),
  groups: z.array(SealableGroup).min(1),
  openTo: z.array(Code),
  reviewBy: Instant,
  lifted: z.object({ at: Instant, by: z.object({ sub: z.string(), agency: AgencyId }) }).optional(),
});
export type Seal = z.infer<typeof Seal>;

const REVIEW = 'seal-review';

/** All that is closed by these seals. */
export const closedBy = (seals: readonly Seal[]): ClosedGroup[] =>
  seals
    .filter(({ lifted }) => !lifted)
    .flatMap(({ groups, openTo }) => groups.map((group) => ({ group, openTo })));

interface Sealing extends Marking {
  readonly earlier: readonly Seal[];
  readonly groups: readonly SealableGroup[];
  readonly openTo: readonly string[];
  readonly sealed: Sealed;
}

/**
 * Seals from this moment on, for everybody who is not named. Nothing the hub itself decides by is
 * touched: routing, clocks, tasks and the comparison with new reports go on as before.
 */
export function sealGroups(call: Sealing, edition: Edition): Decision {
  const { case: opened, earlier, groups, by, at } = call;
  const { mayStayOpenTo, sealedBy } = edition.protection.seals;
  const may = (kind: string) => mayStayOpenTo.some((one) => one === kind);
  const wrong = call.openTo.findIndex((kind) => !may(kind));
  if (wrong >= 0) {
    const pointer = `/openTo/${wrong}`;
    throw new Refusal('seal-not-open-to', [{ pointer, code: 'seal-not-open-to' }]);
  }
  const number = nextNumber(earlier);
  const review = reviewOf(call, number, edition);
  const seal: Seal = {
    what: 'seal',
    of: { kind: 'case', id: opened.id },
    number,
    version: 1,
    file: opened.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    groups: [...new Set(groups)],
    openTo: [...new Set([sealedBy, ...call.openTo])],
    reviewBy: review.dueAt,
    sealed: call.sealed,
  };
  const closedGroups = closedBy([...earlier, seal]);
  const { addressProtected } = opened;
  const codes = { number: String(number), groups: seal.groups.join(' ') };
  return {
    kept: [seal, review, ...marked(call, { closedGroups, addressProtected })],
    events: [toldOf(call, { type: 'case.sealed', codes, to: [opened.lead] })],
  };
}

/** Nothing is opened by a clock: it reminds whoever sealed to look whether the seal is still needed. */
const reviewOf = ({ case: opened, by, at }: Sealing, number: number, edition: Edition): Clock =>
  startClock(
    {
      name: REVIEW,
      numbered: `${number}`,
      subject: { kind: 'case', id: opened.id },
      holder: by.agency,
      file: opened.file,
      referral: opened.referral,
      case: opened.id,
      urgency: 'routine',
      startedAt: at,
    },
    edition,
  );

interface Lifting extends Marking {
  readonly all: readonly Seal[];
  readonly number: number;
  /** The seal's words with why it is lifted. */
  readonly sealed: Sealed;
  readonly clocks: readonly Clock[];
}

/** Opens what no other seal closes; done twice, it is done once. */
export function liftSeal(call: Lifting): Decision {
  const { case: opened, all, number, clocks, by, at } = call;
  const seal = all.find((one) => one.number === number);
  if (!seal) throw new Refusal('not-found');
  if (seal.lifted) return { kept: [], events: [] };
  const after: Seal = {
    ...seal,
    version: seal.version + 1,
    lifted: { at, by: { sub: by.sub, agency: by.agency } },
    sealed: call.sealed,
  };
  const left = closedBy([...all.filter((one) => one !== seal), after]);
  const running = clocks.filter(({ name, endedAt }) => name === `${REVIEW}-${number}` && !endedAt);
  const closedGroups = left.length > 0 ? left : undefined;
  const codes = { number: String(number), groups: seal.groups.join(' ') };
  const { addressProtected } = opened;
  return {
    kept: [
      after,
      ...running.map((clock) => endClock(clock, at)),
      ...marked(call, { closedGroups, addressProtected }),
    ],
    events: [toldOf(call, { type: 'case.unsealed', codes, to: [opened.lead] })],
  };
}
