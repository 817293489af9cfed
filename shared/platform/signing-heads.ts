import type { Principal } from '../domain/access/principal.ts';
import { type Bytes, newEventId } from '../domain/ids.ts';
import { hex } from '../domain/journal-log/hash.ts';
import { sealed, witnessesOf } from '../domain/journal-log/sealed.ts';
import { type Edge, rootOf } from '../domain/journal-log/tree.ts';
import type { Edition } from '../domain/policy/edition.ts';
import type { Journal, Made, Once } from '../store/journal.ts';
import type { JournalLog } from '../store/journal-log/log.ts';
import { headWrites, type KeptHead, type SignedHeads } from '../store/journal-log/signed-heads.ts';
import { ConditionFailed } from '../store/table.ts';
import { digests, headSigner } from './journal-digests.ts';

export interface SigningDeps {
  readonly log: Pick<JournalLog, 'edge'>;
  readonly heads: Pick<SignedHeads, 'bySize'>;
  readonly secret: () => Promise<Uint8Array>;
  readonly journal: Pick<Journal, 'commit' | 'earlier'>;
  readonly bytes: Bytes;
}

interface Asked {
  readonly at: string;
  readonly edition: Edition;
  /** The person who asks for it; absent where the day does. */
  readonly by?: Principal;
  readonly once?: Once | undefined;
}

/**
 * Signs the log as it stands. The head, and the event that tells the witnesses of it, are one
 * transaction; a size that was signed before keeps the head it has. Nothing where the log is empty.
 * Whoever asks once more with the same key has the first answer, however far the log has grown.
 */
export async function signHead(deps: SigningDeps, asked: Asked): Promise<KeptHead | undefined> {
  const { log, heads, journal } = deps;
  const { by, once } = asked;
  const before = by && (await journal.earlier(by, once));
  if (before) return heads.bySize(Number(before.size));
  const edge = await log.edge();
  if (edge.size === 0) return undefined;
  const known = await heads.bySize(edge.size);
  if (known) return answered(deps, asked, known);
  try {
    return await signed(deps, asked, edge);
  } catch (error) {
    // Somebody else signed this very size a moment ago: theirs is the head.
    if (!(error instanceof ConditionFailed)) throw error;
    const theirs = await heads.bySize(edge.size);
    return theirs && answered(deps, asked, theirs);
  }
}

/** Nothing is signed again, but the call is remembered. */
async function answered(
  { journal, heads }: SigningDeps,
  { by, once }: Asked,
  head: KeptHead,
): Promise<KeptHead | undefined> {
  if (!by || !once) return head;
  const before = await journal.commit({ kept: [], events: [] }, { by, once, made: madeOf(head) });
  return before ? heads.bySize(Number(before.size)) : head;
}

async function signed(
  { heads, secret, journal, bytes }: SigningDeps,
  { at, edition, by, once }: Asked,
  edge: Edge,
): Promise<KeptHead | undefined> {
  const { sign, key } = headSigner(await secret());
  const head = sign({ size: edge.size, root: hex(rootOf(digests, edge)), at });
  const to = witnessesOf(edition);
  const decision = sealed({ head, event: newEventId(bytes), by: by ?? { sub: 'clock' }, to });
  const made = { head, publicKey: key, publishedAt: undefined };
  const also = headWrites(head, key);
  const before = await journal.commit(decision, {
    ...(by && { by, once, made: madeOf(made) }),
    also,
  });
  return before ? heads.bySize(Number(before.size)) : made;
}

const madeOf = ({ head }: KeptHead): Made => ({ size: String(head.size) });
