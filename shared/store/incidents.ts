import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import type { Incident, Scope } from '../domain/incident/incident.ts';
import type { Child, Looked, Touched } from '../domain/incident/tally.ts';
import { Group } from '../domain/referral/group.ts';
import { ACCESS_SHARDS, accessOn, caseKey, partitionOf, referralKey } from './keys.ts';
import type { Table } from './table.ts';
import { type Item, type Key, putAlways } from './write.ts';

/** One partition of the journal of access, by time or of one record. */
interface Stretch {
  readonly index: boolean;
  readonly pk: string;
}

/** Of one item: some 300 kB before they are packed, and DynamoDB holds 400 kB. */
const LINES_AN_ITEM = 1500;
const DAY_MS = 86_400_000;
const READ_AT_ONCE = 100;
const SIDE_BY_SIDE = 10;

const Entry = z
  .object({
    sub: z.string(),
    agency: AgencyId,
    function: z.string().optional(),
    groups: z.array(Group).optional(),
    subject: z.object({ id: z.string() }).optional(),
    child: z.string().optional(),
  })
  .transform(({ subject, ...entry }): Looked => ({ ...entry, record: subject?.id }));

/** Where the entries of a scope stand: with the records it names, or on its days. */
export function stretchesOf({ from, to, records }: Scope): Stretch[] {
  if (records) {
    return records.map((id) => ({
      index: false,
      pk: id.startsWith('cas_')
        ? partitionOf({ kind: 'case', id: CaseId.parse(id) })
        : partitionOf({ kind: 'referral', id: ReferralId.parse(id) }),
    }));
  }
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const days = Math.floor((Date.parse(to) - first) / DAY_MS) + 1;
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * DAY_MS).toISOString().slice(0, 10),
  ).flatMap((day) => ACCESS_SHARDS.map((shard) => ({ index: true, pk: accessOn(day, shard) })));
}

type Place = Pick<Incident, 'of' | 'number'>;
const partitionFor = ({ of, number }: Place): string => `INCIDENT#${of.id}#${number}`;
const named = (what: string, step: number, slice: number): string =>
  `${what}#${String(step).padStart(5, '0')}#${String(slice).padStart(5, '0')}`;

/** What was found out about an incident, beside it: in slices, each packed. */
export const incidents = (
  table: Pick<Table, 'page' | 'startingWith' | 'getAll' | 'transact'>,
  newToken: () => string,
) => {
  const keep = async (place: Place, what: string, step: number, lines: readonly Touched[]) => {
    for (let slice = 0; slice * LINES_AN_ITEM < lines.length; slice += 1) {
      const part = lines.slice(slice * LINES_AN_ITEM, (slice + 1) * LINES_AN_ITEM);
      const key = { pk: partitionFor(place), sk: named(what, step, slice) };
      const packed = gzipSync(JSON.stringify(part));
      // One after another: each may be large, and the same step done again writes the same places.
      await table.transact([putAlways('part', { ...key, what: 'touched', packed })], newToken());
    }
  };
  const kept = async (place: Place, what: string): Promise<Touched[]> => {
    const items = await table.startingWith(partitionFor(place), `${what}#`);
    return items.flatMap(({ packed }) => unpacked(packed));
  };

  /** A few reads at a time: an incident may have touched thousands of children. */
  const standings = async (keys: readonly Key[]) => {
    const parts = Array.from({ length: Math.ceil(keys.length / READ_AT_ONCE) }, (_, part) =>
      keys.slice(part * READ_AT_ONCE, (part + 1) * READ_AT_ONCE),
    );
    const each: Item[][] = [];
    for (let from = 0; from < parts.length; from += SIDE_BY_SIDE) {
      const some = parts.slice(from, from + SIDE_BY_SIDE);
      const read = some.map((part) => table.getAll(part, ['id', 'lead', 'joinedTo']));
      each.push(...(await Promise.all(read)));
    }
    return each.flat();
  };

  return {
    /** One page of a stretch; `from` where the last one ended. */
    async page({ index, pk }: Stretch, { from, to }: Scope, after: Key | undefined) {
      const [name, start] = index ? ['gsi1', ''] : ['', 'ACCESS#'];
      const { items, last } = await table.page({
        ...(name && { IndexName: name }),
        KeyConditionExpression: `${name}pk = :pk AND ${name}sk BETWEEN :from AND :to`,
        // `~` sorts behind every sign an id can have: the instant itself is included.
        ExpressionAttributeValues: { ':pk': pk, ':from': start + from, ':to': `${start}${to}~` },
        ...(after && { ExclusiveStartKey: { ...after } }),
      });
      return { entries: items.map((item) => Entry.parse(item)), last };
    },

    keepStep: (place: Place, step: number, lines: readonly Touched[]) =>
      keep(place, 'STEP', step, lines),
    steps: (place: Place) => kept(place, 'STEP'),
    keepRecords: (place: Place, lines: readonly Touched[]) => keep(place, 'RECORDS', 0, lines),

    /** One slice of the records, and whether there is another. */
    async records(place: Place, slice: number): Promise<{ lines: Touched[]; more: boolean }> {
      const at = (one: number): Key => ({ pk: partitionFor(place), sk: named('RECORDS', 0, one) });
      const found = await table.getAll([at(slice), at(slice + 1)]);
      const own = found.find(({ sk }) => sk === at(slice).sk);
      return { lines: own ? unpacked(own.packed) : [], more: found.length > 1 };
    },

    /** Whose children these are now, and who leads. */
    async childrenOf(ids: readonly string[]): Promise<(id: string) => Child> {
      const known = new Map<string, z.infer<typeof Standing>>();
      let wanted = [...new Set(ids)];
      while (wanted.length > 0) {
        const items = await standings(wanted.flatMap(keyOf));
        for (const item of items) known.set(String(item.id), Standing.parse(item));
        const further = items.flatMap(({ joinedTo }) => (joinedTo ? [String(joinedTo)] : []));
        wanted = [...new Set(further)].filter((id) => !known.has(id));
      }
      const rootOf = (id: string): Child => {
        const { joinedTo, lead } = known.get(id) ?? {};
        return joinedTo ? rootOf(joinedTo) : { child: id, lead };
      };
      return rootOf;
    },
  };
};
export type Incidents = ReturnType<typeof incidents>;

const Standing = z.object({ lead: AgencyId.optional(), joinedTo: z.string().optional() });

function keyOf(id: string): Key[] {
  if (id.startsWith('cas_')) return [caseKey(CaseId.parse(id))];
  return id.startsWith('ref_') ? [referralKey(ReferralId.parse(id))] : [];
}

const unpacked = (packed: unknown): Touched[] =>
  JSON.parse(gunzipSync(packed as Uint8Array).toString()) as Touched[];
