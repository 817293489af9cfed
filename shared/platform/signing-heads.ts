import type { Principal } from '../domain/access/principal.ts';
import { type Bytes, newEventId } from '../domain/ids.ts';
import { hex } from '../domain/journal-log/hash.ts';
import type { SignedHead } from '../domain/journal-log/head.ts';
import { sealed, witnessesOf } from '../domain/journal-log/sealed.ts';
import { rootOf } from '../domain/journal-log/tree.ts';
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
  readonly journal: Pick<Journal, 'commit'>;
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
 */
export async function signHead(
  { log, heads, secret, journal, bytes }: SigningDeps,
  { at, edition, by, once }: Asked,
): Promise<KeptHead | undefined> {
  const edge = await log.edge();
  if (edge.size === 0) return undefined;
  const known = await heads.bySize(edge.size);
  if (known) return known;
  const signer = headSigner(await secret());
  const head = signer.sign({ size: edge.size, root: hex(rootOf(digests, edge)), at });
  const to = witnessesOf(edition);
  const decision = sealed({ head, event: newEventId(bytes), by: by ?? { sub: 'clock' }, to });
  const also = headWrites(head, signer.key);
  const options = by ? { by, once, made: madeOf(head) } : {};
  try {
    const made = await journal.commit(decision, { ...options, also });
    if (made) return await heads.bySize(Number(made.size));
  } catch (error) {
    // Somebody else signed this very size a moment ago: theirs is the head.
    if (!(error instanceof ConditionFailed)) throw error;
    return heads.bySize(edge.size);
  }
  return { head, publicKey: signer.key, publishedAt: undefined };
}

const madeOf = ({ size }: SignedHead): Made => ({ size: String(size) });
