import type { Write } from '../../store/write.ts';

/** Whose key: a file's or, for what belongs to no file, that of the agency it belongs to. */
export interface KeyOwner {
  readonly kind: 'file' | 'agency';
  readonly id: string;
}

/** What a wrapped key is bound to beside the hub: whose it is. */
export type KeyContext = Readonly<Record<string, string>>;

/** Makes and unwraps data keys; deployed and local alike it is AWS KMS's protocol. */
export interface KeyService {
  generate(context: KeyContext): Promise<DataKey>;
  unwrap(wrapped: Uint8Array, context: KeyContext): Promise<Uint8Array>;
}
export interface DataKey {
  readonly plain: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** How a key is kept: wrapped, or as the mark that it was destroyed. */
export type KeyRow = { readonly wrapped: Uint8Array } | { readonly erasedAt: string };

/** Where wrapped keys are kept: a table of their own. */
export interface KeyRows {
  /** What stands there now: never what stood there before the call. */
  find(owner: KeyOwner): Promise<KeyRow | undefined>;
  /** Puts the key of a new file, for the transaction that opens the file. */
  opening(owner: KeyOwner, wrapped: Uint8Array, at: string): Write;
  /** Keeps a key where none stands; answers the one that stands. */
  keepFirst(owner: KeyOwner, wrapped: Uint8Array, at: string): Promise<KeyRow>;
}

/** An unwrapped key is remembered at most this long and this often; 5 min and 1 000 uses. */
const KEY_LIFE_MS = 5 * 60_000;
const KEY_USES = 1000;
const KEYS_REMEMBERED = 2000;

interface DataKeysOptions {
  readonly keys: KeyService;
  readonly rows: KeyRows;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

interface Remembered {
  readonly plain: Promise<Uint8Array>;
  readonly since: number;
  uses: number;
}

export const contextOf = ({ kind, id }: KeyOwner): KeyContext => ({ [kind]: id });

/**
 * The data keys of files and agencies. Only the unwrapping is remembered: whether a key still stands
 * is asked anew with each use, so that what was erased opens nowhere from that moment on.
 */
export const dataKeys = ({ keys, rows, now }: DataKeysOptions) => {
  const remembered = new Map<string, Remembered>();
  const isFresh = ({ since, uses }: Remembered) =>
    now() - since <= KEY_LIFE_MS && now() >= since && uses < KEY_USES;
  const instant = () => new Date(now()).toISOString();

  const unwrap = (owner: KeyOwner, wrapped: Uint8Array): Promise<Uint8Array> => {
    const name = Buffer.from(wrapped).toString('base64');
    const found = remembered.get(name);
    if (found && isFresh(found)) {
      found.uses += 1;
      return found.plain;
    }
    const plain = keys.unwrap(wrapped, contextOf(owner));
    remembered.delete(name);
    remembered.set(name, { plain, since: now(), uses: 1 });
    // A failed call must not be remembered as the key.
    plain.catch(() => remembered.delete(name));
    forgetOld();
    return plain;
  };

  /** The oldest stand first. */
  const forgetOld = (): void => {
    for (const [name, { since }] of remembered) {
      if (remembered.size <= KEYS_REMEMBERED && now() - since <= KEY_LIFE_MS) return;
      remembered.delete(name);
    }
  };

  const firstOf = async (owner: KeyOwner): Promise<KeyRow> => {
    // A file's key is made with the file and never again: what is missing was lost.
    if (owner.kind === 'file') throw new Error(`the key of ${owner.id} is missing`);
    const { wrapped } = await keys.generate(contextOf(owner));
    return rows.keepFirst(owner, wrapped, instant());
  };

  return {
    /** The key as it stands now; nothing once it was destroyed. */
    async of(owner: KeyOwner): Promise<Uint8Array | undefined> {
      const row = (await rows.find(owner)) ?? (await firstOf(owner));
      return 'wrapped' in row ? unwrap(owner, row.wrapped) : undefined;
    },

    /** A fresh key for a file that is about to be opened, and the write that keeps it. */
    async draw(owner: KeyOwner): Promise<{ plain: Uint8Array; write: Write }> {
      const { plain, wrapped } = await keys.generate(contextOf(owner));
      return { plain, write: rows.opening(owner, wrapped, instant()) };
    },
  };
};
