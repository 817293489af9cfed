import { ProblemError, type Result } from '../../shared/contract/client.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { must } from './until.ts';

/** The answer's body, held against what the contract promises for its status. */
export function kept<E extends Endpoint>(
  endpoint: E,
  { status, body }: Result<E>,
): Result<E>['body'] {
  const promised = endpoint.answers[status];
  must(promised !== undefined, `${endpoint.operation} answered ${status}`);
  const found = promised.safeParse(body);
  must(found.success, `${endpoint.operation} broke its contract: ${found.error?.message}`);
  return body;
}

/** The problem document of a call that has to be refused. */
export async function refusal(calling: Promise<unknown>): Promise<Problem> {
  try {
    await calling;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('this should have been refused, and was not');
}
