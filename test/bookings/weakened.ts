import type { Table } from '../../shared/store/table.ts';
import type { Write } from '../../shared/store/write.ts';

/** Says what becomes of the condition of one write; nothing takes the condition away. */
export type Weakening = (condition: string, write: Write) => string | undefined;

/** The real table, but for one condition: what the writers say is changed on the wire alone. */
export const weakened = (table: Table, weaken: Weakening): Table => ({
  ...table,
  transact: (writes, token) =>
    table.transact(
      writes.map((write) => weaker(write, weaken)),
      token,
    ),
});

const weaker = (write: Write, weaken: Weakening): Write => ({
  ...write,
  as(name) {
    const { Update, Put, ...rest } = write.as(name);
    return {
      ...rest,
      ...(Update && { Update: without(Update, write, weaken) }),
      ...(Put && { Put: without(Put, write, weaken) }),
    };
  },
});

interface Conditioned {
  readonly UpdateExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

function without<T extends Conditioned>(change: T, write: Write, weaken: Weakening): T {
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } =
    change;
  const left = ConditionExpression && weaken(ConditionExpression, write);
  const said = `${change.UpdateExpression ?? ''} ${left ?? ''}`;
  const used = <V>(all: Record<string, V> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(said)));
  const names = used(ExpressionAttributeNames);
  const values = used(ExpressionAttributeValues);
  return {
    ...rest,
    ...(left && { ConditionExpression: left }),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  } as T;
}
