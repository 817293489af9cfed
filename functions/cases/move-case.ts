import { Temporal } from 'temporal-polyfill';
import type { moveCase as contract } from '../../shared/contract/moves.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { Move } from '../../shared/domain/move/move.ts';
import { destinationOf, recordMove } from '../../shared/domain/move/record-move.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hasEnded, TAKE_OVER } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { Made } from '../../shared/store/journal.ts';
import { type MoveDeps, movesOf, refuseFuture, shownMove } from './moves.ts';

/** The lead writes down that the child has moved, or is gone. */
export const moveCase =
  (deps: MoveDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'case.move' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await moved(deps, read, { body, by: principal, once }));
    const move = await records.part('move', Move, { kind: 'case', id }, Number(made.number));
    return { status: 201, body: await shownMove(deps, move, { permit: read.permit, lang }) };
  };

type Moving = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function moved(deps: MoveDeps, read: ReadCase, { body, by, once }: Moving): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { case: opened, referral, tasks } = read;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  refuseFuture(body.since, '/since', at, edition.calendar.zone);
  if (!edition.has('moveSources', body.source)) {
    throw new Refusal('unknown-code', [{ pointer: '/source', code: 'unknown-code' }]);
  }
  const number = nextNumber(await movesOf(deps, opened.id));
  const of = { kind: 'case', id: opened.id } as const;
  const place = { what: 'move', of, number, file: opened.file } as const;
  const { since, source, note } = body;
  const decision = recordMove(
    {
      ...{ case: opened, referral, tasks, number, since, source, by, at },
      destination: destinationOf(body.to, opened, edition),
      sealed: note ? await sealing.seal(place, { outcome: { note } }) : undefined,
      unfinished: await unfinishedOf(deps, read),
      newTask: () => newTaskId(bytes),
      newEvent: () => newEventId(bytes),
    },
    edition,
  );
  const made = { number: String(number) };
  const before = await journal.commit(decision, { by, once, made });
  return before ?? made;
}

/** The lead's own task, unless it has ended or is offered to somebody already. */
async function unfinishedOf({ records }: MoveDeps, { case: opened, tasks }: ReadCase) {
  const isOffered = (id: string | undefined) =>
    tasks.some((one) => one.id === id && !hasEnded(one));
  const task = tasks.find(
    (one) =>
      one.role === 'lead' &&
      one.agency === opened.lead &&
      one.kind !== TAKE_OVER &&
      !hasEnded(one) &&
      !isOffered(one.offeredTo),
  );
  return task && { task, clocks: await records.clocksOf({ kind: 'task', id: task.id }) };
}
