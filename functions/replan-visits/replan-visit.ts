import { isWaiting, WAITING_LIST, Waiting } from '../../shared/domain/finding/waiting.ts';
import { InterviewId } from '../../shared/domain/ids.ts';
import {
  brokenConsumer,
  VISITS_CONSUMER,
  type VisitMessage,
} from '../../shared/domain/journal/messages.ts';
import { watchedAt } from '../../shared/store/keys.ts';
import type { Key } from '../../shared/store/write.ts';
import { lookAfter } from './look-after.ts';
import type { ReplanDeps } from './read-visit.ts';

/** Visits served by one message; whoever waits beyond them is looked at by its own. */
const SERVED_MOST = 100;

/**
 * A visit that lost its time, was planned anew, or whose turn it is to be looked at. Whoever waits
 * with a nearer deadline is served before it: whatever freed the time, the nearest deadline counts.
 */
export const replanVisit =
  (deps: ReplanDeps) =>
  async ({ event, interview }: VisitMessage): Promise<void> => {
    for (const id of await inOrder(deps, interview, event !== undefined)) {
      await lookAfter(deps, id);
    }
    if (!event) return;
    const consumers = [VISITS_CONSUMER, brokenConsumer(interview)];
    await deps.journal.settle(consumers.map((consumer) => ({ event, consumer })));
  };

/** By deadline: all that wait when time may have become free, else those before this one. */
async function inOrder(
  deps: ReplanDeps,
  own: InterviewId,
  freed: boolean,
): Promise<readonly InterviewId[]> {
  const { tier } = await deps.interviews.interview(own);
  const others = (await waitingVisits(deps)).filter(
    ({ of, dueAt }) => of.id !== own && (freed || dueAt < tier.dueAt),
  );
  return [...others.map(({ of, dueAt }) => ({ id: of.id, dueAt })), { id: own, dueAt: tier.dueAt }]
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
    .map(({ id }) => InterviewId.parse(id));
}

/** The index may be late; what stands in the table decides. */
async function waitingVisits({ table }: Pick<ReplanDeps, 'table'>): Promise<Waiting[]> {
  const { items } = await table.page({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': watchedAt(WAITING_LIST, '', '').gsi1pk },
    Limit: SERVED_MOST,
  });
  const found = await table.getAll(items.map(({ pk, sk }): Key => ({ pk, sk }) as Key));
  return found.map((item) => Waiting.parse(item)).filter(isWaiting);
}
