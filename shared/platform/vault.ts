import type { Group } from '../domain/referral/group.ts';
import type { Details, Stated } from '../domain/referral/groups.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Sealed } from '../domain/sealed.ts';
import type { Write } from '../store/write.ts';
import { type Bound, close, type ItemKey, itemKey, reveal } from './vault/box.ts';
import { dataKeys, type KeyOwner, type KeyRows, type KeyService } from './vault/data-keys.ts';

/** Where a sealed group stands: a box moved anywhere else does not open. */
export interface Place {
  readonly pk: string;
  readonly sk: string;
  readonly file: string;
  /** Whose it is where it belongs to no child's file: then it is sealed by that agency's key. */
  readonly agency?: string;
}

export interface SealedText {
  readonly box: Uint8Array;
}

/** A file that is about to be opened: seals its first item, and keeps its key in that transaction. */
export interface NewFile {
  seal(place: Place, details: Stated): Sealed;
  readonly write: Write;
}

const SCHEMA_VERSION = 1;
/** The revision of a group that was sealed once. */
const FIRST = 1;

interface VaultOptions {
  readonly keys: KeyService;
  readonly rows: KeyRows;
  readonly table: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Seals and opens field groups: AES-256-GCM, a key derived for each item, bound to its place. */
export const vault = ({ table, ...options }: VaultOptions) => {
  const known = dataKeys(options);

  const boundTo = ({ pk, sk, file }: Place, group: string, revision: number): Bound => [
    ...[table, pk, sk, group, revision, SCHEMA_VERSION, file],
  ];
  const derived = ({ pk, sk, file }: Place, dataKey: Uint8Array) =>
    itemKey(dataKey, [table, pk, sk, file]);

  /** Nothing once the file was erased. */
  const keyOf = async (place: Place): Promise<ItemKey | undefined> => {
    const dataKey = await known.of(ownerOf(place));
    return dataKey && derived(place, dataKey);
  };
  const standingKeyOf = async (place: Place): Promise<ItemKey> => {
    const key = await keyOf(place);
    if (!key) throw new Refusal('content-erased');
    return key;
  };

  const closed = (key: ItemKey, place: Place, details: Stated, revision: number) =>
    Object.fromEntries(
      Object.entries(details)
        .filter(([, value]) => value !== undefined)
        .map(([group, value]) => {
          const box = close(key, boundTo(place, group, revision), JSON.stringify(value));
          return [group, { ...(revision > FIRST && { revision }), box }];
        }),
    ) as Sealed['groups'];

  return {
    /** Draws the key of a new file. */
    async newFile(file: string): Promise<NewFile> {
      const { plain, write } = await known.draw({ kind: 'file', id: file });
      return {
        seal: (place, details) => ({
          groups: closed(derived(place, plain), place, details, FIRST),
        }),
        write,
      };
    },

    /** Seals one text that is no part of a child's details, such as a webhook secret. */
    async sealText(place: Place, name: string, text: string): Promise<SealedText> {
      return { box: close(await standingKeyOf(place), boundTo(place, name, 1), text) };
    },

    async openText(place: Place, name: string, { box }: SealedText): Promise<string> {
      return reveal(await standingKeyOf(place), boundTo(place, name, 1), box);
    },

    /** Seals the groups given; groups sealed earlier stay as they are beside them. */
    async seal(place: Place, details: Stated, revision = FIRST, earlier?: Sealed): Promise<Sealed> {
      const key = await standingKeyOf(place);
      return { groups: { ...earlier?.groups, ...closed(key, place, details, revision) } };
    },

    /**
     * Opens only the groups asked for; a group that was never sealed stays absent, and of an erased
     * file everything is.
     */
    async open(
      place: Place,
      sealed: Sealed | undefined,
      wanted: readonly Group[],
    ): Promise<Partial<Details>> {
      const present = wanted.flatMap((group) => {
        const found = sealed?.groups[group];
        return found ? [[group, found] as const] : [];
      });
      if (present.length === 0) return {};
      const key = await keyOf(place);
      if (!key) return {};
      return Object.fromEntries(
        present.map(([group, { revision = FIRST, box }]) => [
          group,
          JSON.parse(reveal(key, boundTo(place, group, revision), box)),
        ]),
      );
    },
  };
};
export type Vault = ReturnType<typeof vault>;

const ownerOf = ({ file, agency }: Place): KeyOwner =>
  agency === undefined ? { kind: 'file', id: file } : { kind: 'agency', id: agency };
