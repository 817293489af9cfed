import type { Bytes } from '../domain/ids.ts';
import { entryKey, leafOf } from '../domain/journal-log/entry.ts';
import { entryOf } from '../store/journal-log/entry.ts';
import type { JournalLog } from '../store/journal-log/log.ts';
import type { Item, Key } from '../store/write.ts';
import { digests } from './journal-digests.ts';

/** The name of the secret from which the keys of all entries follow. */
export const ENTRY_SECRET = 'journal-entry';
/** The name of the secret that is the key with which heads are signed. */
export const HEAD_SECRET = 'journal-head';

/** As long as the hash: nobody guesses it. */
const SALT_BYTES = 32;

interface Deps {
  readonly log: Pick<JournalLog, 'append'>;
  readonly secret: () => Promise<Uint8Array>;
  readonly bytes: Bytes;
  readonly now: () => string;
}

/** Gives entries of the journal their leaves; those that have one keep it. Answers how many are new. */
export const sealEntries =
  ({ log, secret, bytes, now }: Deps) =>
  async (items: readonly Item[]): Promise<number> => {
    if (items.length === 0) return 0;
    const known = await secret();
    const leaves = items.map((item) => {
      const { pk, sk } = item as unknown as Key;
      const salt = Uint8Array.from(bytes(SALT_BYTES));
      const hash = leafOf(digests, entryKey(digests, known, salt), entryOf(item));
      return { of: { pk, sk }, salt, hash };
    });
    return log.append(leaves, now());
  };
