import type { CaseId } from '../domain/ids.ts';
import { Guard, type GuardedPerson } from '../domain/interview/guard.ts';
import { oneInterviewKey } from './keys.ts';
import type { Table } from './table.ts';
import { type Item, type Key, putIfAbsent, type Write } from './write.ts';

type Read = Pick<Table, 'get' | 'getAll' | 'startingWith'>;

const GUARDS = 'INTERVIEW#';

/** Reads what guards the one interview of a child: under the child, and under the person. */
export const oneInterview = (table: Read) => ({
  /** The guards of all episodes of a child, by the case that goes on for it. */
  async ofChild(id: CaseId): Promise<Guard[]> {
    const { pk } = oneInterviewKey({ case: id }, 1);
    return (await table.startingWith(pk, GUARDS)).map((item) => Guard.parse(item));
  },

  /** The guards under persons, of one episode. */
  async ofPersons(persons: readonly GuardedPerson[], episode: number): Promise<Guard[]> {
    const hashes = [...new Set(persons.map(({ hash }) => hash))];
    const keys = hashes.map((personHash) => oneInterviewKey({ personHash }, episode));
    return (await table.getAll(keys)).map((item) => Guard.parse(item));
  },
});

/**
 * Turns guards as they were read into what they become, each under its child and its persons. All of
 * it stands or falls with the transaction it is part of: where another visit came first, nothing of
 * this is written.
 */
export function oneInterviewWrites(before: readonly Guard[], after: readonly Guard[]): Write[] {
  const [read, wanted] = [placesOf(before), placesOf(after)];
  const kept = [...wanted].flatMap(([place, { key, guard }]) => {
    const old = read.get(place)?.guard;
    if (!old) return [putIfAbsent('one-interview', { ...guard, ...key })];
    return old === guard ? [] : [replace({ ...guard, ...key }, old)];
  });
  const gone = [...read].filter(([place]) => !wanted.has(place));
  return [...kept, ...gone.map(([, { key, guard }]) => take(key, guard))];
}

interface Placed {
  readonly key: Key;
  readonly guard: Guard;
}

function placesOf(guards: readonly Guard[]): Map<string, Placed> {
  const placed = guards.flatMap((guard): Placed[] =>
    [
      oneInterviewKey({ case: guard.child }, guard.episode),
      ...guard.persons.map(({ hash }) => oneInterviewKey({ personHash: hash }, guard.episode)),
    ].map((key) => ({ key, guard })),
  );
  return new Map(placed.map((one) => [`${one.key.pk} ${one.key.sk}`, one]));
}

/** A guard can be freed and taken by another visit, whose versions begin anew: so both must match. */
const asRead = ({ version, interview }: Guard) => ({
  ConditionExpression: 'version = :version AND interview = :interview',
  ExpressionAttributeValues: { ':version': version, ':interview': interview },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

const replace = (item: Item & Key, old: Guard): Write => ({
  what: 'one-interview',
  key: { pk: item.pk, sk: item.sk },
  as: (TableName) => ({ Put: { TableName, Item: item, ...asRead(old) } }),
});

const take = (key: Key, old: Guard): Write => ({
  what: 'one-interview',
  key,
  as: (TableName) => ({ Delete: { TableName, Key: { ...key }, ...asRead(old) } }),
});
