import type { Ground } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { EventId } from '../domain/ids.ts';
import type { Decision } from '../domain/journal/decision.ts';
import { Group } from '../domain/referral/group.ts';
import { Refusal } from '../domain/refusal.ts';
import { writesOf } from './commit.ts';
import { GUARDS, guardKey, idempotencyKey, outboxKey } from './keys.ts';
import { ConditionFailed, type Table } from './table.ts';
import { checkVersion, type Item, putUnlessLive, removeIfThere, type Write } from './write.ts';

/** How long a repeated call finds its first answer: 72 h (design, section 6). */
const REMEMBER_SECONDS = 72 * 3600;

/** A creating call that may be repeated: the same key and body give the same answer. */
export interface Once {
  readonly operation: string;
  readonly key: string;
  /** SHA-256 of the body as it was sent. */
  readonly bodyHash: string;
}

/** The ids of what the first call made: enough to build its answer again, and no secret. */
export type Made = Readonly<Record<string, string>>;

/** An outbox item: one event owed to one consumer. */
export interface Settled {
  readonly event: EventId;
  readonly consumer: string;
}

/** What a call makes that may be repeated; both are given, or neither. */
type Repeatable =
  | { readonly once: Once | undefined; readonly made: Made }
  | { readonly once?: never; readonly made?: never };

type CommitOptions = Repeatable & {
  /** The person or system deciding; the transaction holds only while its membership is unchanged. */
  readonly by?: Principal;
  /** In place of `by` where the membership itself is written over the version that was read. */
  readonly own?: Principal;
  /** Outbox items whose effect this decision is: deleted with it, so it happens once. */
  readonly settles?: readonly Settled[];
  /** Writes of the caller's own whose failure says more than that of any after them. */
  readonly first?: readonly Write[];
  /** Further writes of the caller's own, in the same transaction. */
  readonly also?: readonly Write[];
};

/** The membership has changed since it was last looked up: look again, then decide again. */
export class MembershipChanged extends Error {
  override readonly name = 'MembershipChanged';
}

/** Somebody else wrote first: read again, then decide again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

interface JournalOptions {
  readonly table: Table;
  /** By which rule the account was let in. */
  readonly groundOf?: (by: Principal) => Ground | undefined;
  readonly nowSeconds: () => number;
  readonly random: () => number;
  readonly newToken: () => string;
}

/** Whose membership held in a transaction of theirs. */
const proven = new WeakSet<Principal>();

/** Whether a write went through on the membership as the caller was known by it. */
export const isProven = (by: Principal): boolean => proven.has(by);

/** One transaction per decision: states, events, outbox, clocks, idempotency and access together. */
export const journal = ({
  table,
  nowSeconds,
  random,
  newToken,
  groundOf = () => undefined,
}: JournalOptions) => {
  const onceWrite = (by: Principal, once: Once, made: Made): Write => {
    const { operation, key, bodyHash } = once;
    const expiresAtEpoch = nowSeconds() + REMEMBER_SECONDS;
    const item = { ...idempotencyKey(by.sub, operation, key), bodyHash, made, expiresAtEpoch };
    return putUnlessLive('idempotency', item, nowSeconds());
  };

  const settled = (owed: Settled): Write =>
    removeIfThere('settled', outboxKey(owed.event, owed.consumer));

  return {
    /** Nothing had to be decided any more: the message only has to be crossed off. */
    async settle(owed: readonly Settled[]): Promise<void> {
      for (const one of owed) {
        await table.transact([settled(one)], newToken()).catch(unlessGone);
      }
    },

    /** Whether the effect of a message is still to come; a second delivery of it finds it done. */
    owes: async ({ event, consumer }: Settled): Promise<boolean> =>
      (await table.get(outboxKey(event, consumer))) !== undefined,

    /**
     * What an earlier identical call made. For calls that would be refused for what the first one
     * brought about; all others find it when they commit, without this read.
     */
    async earlier(by: Principal, once: Once | undefined): Promise<Made | undefined> {
      const found = once && (await table.get(idempotencyKey(by.sub, once.operation, once.key)));
      if (!found || Number(found.expiresAtEpoch) < nowSeconds()) return undefined;
      return madeBy(found, once);
    },

    /**
     * Writes a decision whole. Answers what an earlier identical call made, when there was one.
     * Throws `Overtaken` when somebody else wrote first.
     */
    async commit(decision: Decision, options: CommitOptions = {}): Promise<Made | undefined> {
      const { by, own, once, made = {}, settles = [], first = [], also = [] } = options;
      const writes = [
        // First, so that a repetition is recognised before anything else is found wrong.
        ...(by && once ? [onceWrite(by, once, made)] : []),
        ...(by ? [guardWrite(by, random)] : []),
        ...first,
        ...writesOf(grounded(throughDoor(decision, by), by && groundOf(by))),
        ...settles.map(settled),
        ...also,
      ];
      try {
        await table.transact(writes, newToken());
        const who = by ?? own;
        if (who) proven.add(who);
        return undefined;
      } catch (error) {
        return explainFailure(error, once);
      }
    },
  };
};

export type Journal = ReturnType<typeof journal>;

/** What was decided on a signature says by which key, in every event of it. */
const throughDoor = (decision: Decision, by: Principal | undefined): Decision => {
  const through = by?.through;
  if (!through) return decision;
  const events = decision.events.map((event) => ({ ...event, by: { ...event.by, through } }));
  return { ...decision, events };
};

/** Every event says by which rule it was done, for which purpose, and what came in with it. */
function grounded(decision: Decision, ground: Ground | undefined): Decision {
  if (!ground) return decision;
  const groups = groupsOf(decision);
  const said = { ground, ...(groups.length > 0 && { groups }) };
  return { ...decision, events: decision.events.map((event) => ({ ...event, ...said })) };
}

/** Of what stands there for the first time: it came with this decision and not before. */
const groupsOf = ({ kept }: Decision): Group[] => {
  const made = kept.filter((one) => 'version' in one && one.version === 1 && 'sealed' in one);
  return Group.array().parse([
    ...new Set(made.flatMap((one) => Object.keys(('sealed' in one && one.sealed?.groups) || {}))),
  ]);
};

const guardWrite = (by: Principal, random: () => number): Write =>
  checkVersion('guard', guardKey(by.sub, Math.floor(random() * GUARDS)), by.membership);

const unlessGone = (error: unknown): void => {
  if (!(error instanceof ConditionFailed)) throw error;
};

function madeBy(found: Item | undefined, once: Once | undefined): Made {
  if (found?.bodyHash !== once?.bodyHash) throw new Refusal('idempotency-key-reused');
  return found?.made as Made;
}

function explainFailure(error: unknown, once: Once | undefined): Made {
  if (error instanceof Refusal && error.code === 'busy' && once) throw new Refusal('still-running');
  if (!(error instanceof ConditionFailed)) throw error;
  switch (error.write.what) {
    case 'idempotency':
      return madeBy(error.found, once);
    case 'guard':
      throw new MembershipChanged();
    // Crossed off already: an earlier delivery of this message did the work.
    case 'settled':
      return {};
    case 'state':
    case 'clock':
    case 'routing':
    case 'feedback':
    case 'part':
    case 'withheld':
    case 'child':
    case 'interview':
    case 'booking':
    case 'resource':
    case 'sheet':
    case 'one-interview':
    case 'position':
    case 'inbound-key':
    case 'member':
    case 'endpoint':
    case 'delivery':
    case 'data-key':
    case 'rotation':
    case 'reason':
      throw new Overtaken();
    default:
      throw error;
  }
}
