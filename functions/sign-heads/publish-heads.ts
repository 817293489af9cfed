import { canonical } from '../../shared/domain/journal-log/canonical.ts';
import type { PutObject } from '../../shared/platform/witness-bucket.ts';
import type { KeptHead, SignedHeads } from '../../shared/store/journal-log/signed-heads.ts';

interface Deps {
  readonly heads: Pick<SignedHeads, 'before' | 'published'>;
  readonly put: PutObject;
}

/** Far more than are signed between two runs; what is left over comes with the next. */
const MOST = 50;
const EVERYTHING = 10 ** 14;

/** Fifteen digits, so that the bucket lists them in the order of the log. */
const keyOf = (size: number): string => `heads/${String(size).padStart(15, '0')}.json`;

const textOf = ({ head, publicKey }: KeptHead): string =>
  `${canonical({ ...head, publicKey: publicKey.publicKey })}\n`;

/** Puts heads into the locked bucket that do not lie there yet, the oldest first. */
export async function publishHeads({ heads, put }: Deps, at: string): Promise<void> {
  const newest = await heads.before(EVERYTHING, MOST);
  for (const kept of newest.filter(({ publishedAt }) => !publishedAt).toReversed()) {
    await put(keyOf(kept.head.size), textOf(kept));
    await heads.published(kept.head, at);
  }
}
