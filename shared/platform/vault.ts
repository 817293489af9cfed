import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Group } from '../domain/referral/group.ts';
import type { Details, Stated } from '../domain/referral/groups.ts';
import type { Sealed } from '../domain/sealed.ts';

/** Wraps and unwraps data keys; deployed and local alike it is AWS KMS's protocol. */
export interface KeyService {
  generate(): Promise<DataKey>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}
export interface DataKey {
  readonly plain: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** Where a sealed group stands: a box moved anywhere else does not open. */
export interface Place {
  readonly pk: string;
  readonly sk: string;
  readonly file: string;
}

export interface SealedText {
  readonly key: Uint8Array;
  readonly box: Uint8Array;
}

const SCHEMA_VERSION = 1;
const HEADER = Buffer.from([1]);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A data key serves at most this long and this often before a fresh one is asked for. */
const KEY_LIFE_MS = 5 * 60_000;
const KEY_USES = 1000;
const KEYS_CACHED = 2000;

interface VaultOptions {
  readonly keys: KeyService;
  readonly table: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Seals and opens field groups: AES-256-GCM, a key derived for each item, bound to its place. */
export const vault = ({ keys, table, now }: VaultOptions) => {
  let current: { key: Promise<DataKey>; since: number; uses: number } | undefined;
  const opened = new Map<string, { key: Promise<Uint8Array>; since: number }>();

  const dataKey = (): Promise<DataKey> => {
    if (!current || now() - current.since > KEY_LIFE_MS || current.uses >= KEY_USES) {
      const key = keys.generate();
      current = { key, since: now(), uses: 0 };
      // A failed call must not be remembered as the key.
      key.catch(() => {
        current = undefined;
      });
    }
    current.uses += 1;
    return current.key;
  };

  const unwrap = (wrapped: Uint8Array): Promise<Uint8Array> => {
    const name = Buffer.from(wrapped).toString('base64');
    const cached = opened.get(name);
    if (cached && now() - cached.since <= KEY_LIFE_MS) return cached.key;
    const key = keys.unwrap(wrapped);
    opened.set(name, { key, since: now() });
    key.catch(() => opened.delete(name));
    if (opened.size > KEYS_CACHED) opened.delete(opened.keys().next().value ?? name);
    return key;
  };

  const boundTo = ({ pk, sk, file }: Place, group: string, revision: number): Buffer =>
    Buffer.from(JSON.stringify([table, pk, sk, group, revision, SCHEMA_VERSION, file]));

  return {
    /** Seals one text that is no part of a child's details, such as a webhook secret. */
    async sealText(place: Place, name: string, text: string): Promise<SealedText> {
      const { plain, wrapped } = await dataKey();
      return { key: wrapped, box: close(deriveFor(place, plain), boundTo(place, name, 1), text) };
    },

    async openText(place: Place, name: string, { key, box }: SealedText): Promise<string> {
      return reveal(deriveFor(place, await unwrap(key)), boundTo(place, name, 1), box);
    },

    /** Seals the groups given; groups sealed earlier stay as they are beside them. */
    async seal(place: Place, details: Stated, revision = 1, earlier?: Sealed): Promise<Sealed> {
      // One item has one data key: what was sealed earlier decides which.
      const key = earlier
        ? { plain: await unwrap(earlier.key), wrapped: earlier.key }
        : await dataKey();
      const itemKey = deriveFor(place, key.plain);
      const groups: Sealed['groups'] = { ...earlier?.groups };
      for (const [group, value] of Object.entries(details) as [Group, unknown][]) {
        if (value === undefined) continue;
        const box = close(itemKey, boundTo(place, group, revision), JSON.stringify(value));
        groups[group] = { revision, box };
      }
      return { key: key.wrapped, groups };
    },

    /** Opens only the groups asked for; a group that was never sealed stays absent. */
    async open(
      place: Place,
      sealed: Sealed | undefined,
      wanted: readonly Group[],
    ): Promise<Partial<Details>> {
      const present = wanted.flatMap((group) => {
        const found = sealed?.groups[group];
        return found ? [[group, found] as const] : [];
      });
      if (!sealed || present.length === 0) return {};
      const itemKey = deriveFor(place, await unwrap(sealed.key));
      return Object.fromEntries(
        present.map(([group, { revision, box }]) => [
          group,
          JSON.parse(reveal(itemKey, boundTo(place, group, revision), box)),
        ]),
      );
    },
  };
};
export type Vault = ReturnType<typeof vault>;

/** As a key object: every cipher would wrap bytes anew, which takes longer than the cipher itself. */
const deriveFor = ({ pk, sk }: Place, key: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `${pk}\n${sk}`, 32)));

function close(key: KeyObject, bound: Buffer, text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([HEADER, nonce, cipher.getAuthTag(), body]));
}

function reveal(key: KeyObject, bound: Buffer, box: Uint8Array): string {
  const bytes = Buffer.from(box);
  if (bytes[0] !== HEADER[0]) throw new Error('a sealed group of an unknown form');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  // Without it a box cut short would open with the first few bytes of a tag.
  const whole = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, whole).setAAD(bound).setAuthTag(tag);
  const body = bytes.subarray(1 + NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
