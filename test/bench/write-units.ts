import {
  type AttributeValue,
  DescribeTableCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { BOX_HEADER_BYTES } from '../../shared/platform/vault/box.ts';
import { type Tables, transactionsFor } from './direct.ts';
import { atMost, type Figure } from './figures.ts';
import { referral } from './submission.ts';
import { itemSize, type Transaction } from './transaction.ts';

type Item = Readonly<Record<string, AttributeValue>>;
interface Index {
  readonly keys: readonly string[];
  readonly projected: readonly string[];
}

const startedKB = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/** In a transaction each item costs twice; its index entries are written after it, each once. */
const IN_TRANSACTION = 2;

function unitsOf(item: Item, indexes: readonly Index[]): number {
  const entries = indexes
    .filter(({ keys }) => keys.every((key) => key in item))
    .map(({ keys, projected }) => {
      const names = new Set(['pk', 'sk', ...keys, ...projected]);
      const entry = Object.entries(item).filter(([name]) => names.has(name));
      return startedKB(itemSize(Object.fromEntries(entry)));
    });
  return entries.reduce((sum, units) => sum + units, IN_TRANSACTION * startedKB(itemSize(item)));
}

/** The item checked is not at hand; a membership guard is a few dozen bytes. */
const CHECKED: Item = {};

/** The header of a sealed box: the price of sealing, not of the text. */
const AROUND_TEXT = BOX_HEADER_BYTES;

function textBytes({ sealed }: Item): number {
  const groups = Object.values(sealed?.M?.groups?.M ?? {});
  const boxes = groups.map(({ M }) => (M?.box?.B?.byteLength ?? AROUND_TEXT) - AROUND_TEXT);
  return boxes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Write units of one accept: all of them, and those beside what its sealed text costs. */
function accounted(transaction: Transaction, indexes: readonly Index[]) {
  const items = transaction.map(({ Put }) => Put?.Item ?? CHECKED);
  const all = items.reduce((sum, item) => sum + unitsOf(item, indexes), 0);
  const text = items.reduce((sum, item) => sum + textBytes(item), 0);
  return { all, text, fixed: all - IN_TRANSACTION * startedKB(text) };
}

async function indexesOf(client: DynamoDBClient, name: string): Promise<Index[]> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  return (Table?.GlobalSecondaryIndexes ?? []).map(({ KeySchema, Projection }) => ({
    keys: (KeySchema ?? []).map(({ AttributeName }) => AttributeName ?? ''),
    projected: Projection?.NonKeyAttributes ?? [],
  }));
}

const SAMPLES = [
  ['one sentence', referral('ბავშვი სკოლაში ნაცემი მოვიდა.')],
  ['half a page', referral()],
  ['8 000 letters', referral('ა'.repeat(8000))],
] as const;

/** What one accept costs in a deployed table, from the sizes of its items. */
export async function writeUnits(client: DynamoDBClient, tables: Tables): Promise<Figure[]> {
  const indexes = await indexesOf(client, tables.table.name);
  const figures = SAMPLES.map(async ([name, text]) => {
    const [transaction = []] = await transactionsFor(tables, 1, text);
    const { all, text: bytes, fixed } = accounted(transaction, indexes);
    const detail = `${all} in all, ${bytes} bytes of sealed text, ${transaction.length} items`;
    const figure = { value: fixed, promised: 16 };
    return atMost(`write units beside sealed text, ${name}`, figure, detail);
  });
  return Promise.all(figures);
}
