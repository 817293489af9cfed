import type { Case } from '../domain/case/case.ts';
import type { Guard } from '../domain/interview/guard.ts';
import type { Interview, InterviewResult } from '../domain/interview/interview.ts';
import { settleGuard } from '../domain/interview/result.ts';
import { oneInterview, oneInterviewWrites } from './one-interview.ts';
import type { Table } from './table.ts';
import type { Write } from './write.ts';

type Read = Pick<Table, 'get' | 'getAll' | 'startingWith'>;

/** The guard a visit has, under the case that goes on for its child; the first of the family. */
export async function guardOf(
  table: Read,
  { id }: Pick<Interview, 'id'>,
  [root]: readonly Case[],
): Promise<Guard | undefined> {
  if (!root) throw new Error(`${id} is of no case`);
  return (await oneInterview(table).ofChild(root.id)).find(({ interview }) => interview === id);
}

/** What the result of a visit's interview writes of the guard, in the transaction that ends it. */
export async function settledGuard(
  table: Read,
  visit: Pick<Interview, 'id'>,
  family: readonly Case[],
  result: InterviewResult,
): Promise<Write[]> {
  const guard = await guardOf(table, visit, family);
  return guard ? oneInterviewWrites([guard], [settleGuard(guard, result)]) : [];
}
