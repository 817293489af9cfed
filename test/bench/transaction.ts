import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Write } from '../../shared/store/write.ts';

/** A transaction as the low-level client takes it. */
export type Transaction = readonly TransactWriteItem[];

const wire = (values: Readonly<Record<string, unknown>> | undefined) =>
  values && marshall(values, { removeUndefinedValues: true });

export const transactionOf = (writes: readonly Write[], table: string): Transaction =>
  writes.map((write): TransactWriteItem => {
    const { Put, ConditionCheck } = write.as(table);
    if (Put) {
      const { Item, ExpressionAttributeValues: values, ...rest } = Put;
      return { Put: { ...rest, Item: wire(Item), ExpressionAttributeValues: wire(values) } };
    }
    if (!ConditionCheck) throw new Error(`accepting a referral does not ${write.what}`);
    const { Key, ExpressionAttributeValues: values, ...rest } = ConditionCheck;
    const given = { Key: wire(Key), ExpressionAttributeValues: wire(values) };
    return { ConditionCheck: { ...rest, ...given } };
  });

const bytes = (text: string): number => Buffer.byteLength(text);
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/**
 * Bytes of one value as DynamoDB counts them.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').length / 2) + 1;
  if (value.B !== undefined) return value.B.byteLength;
  if (value.L !== undefined) return 3 + sum(value.L.map((each) => 1 + sizeOf(each)));
  if (value.M !== undefined) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  return 1;
}

export const itemSize = (item: Readonly<Record<string, AttributeValue>>): number =>
  sum(Object.entries(item).map(([name, value]) => bytes(name) + sizeOf(value)));
