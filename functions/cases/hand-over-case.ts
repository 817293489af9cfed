import { Temporal } from 'temporal-polyfill';
import type { handOverCase as contract } from '../../shared/contract/moves.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { handOver, takingOver } from '../../shared/domain/move/hand-over.ts';
import { Move } from '../../shared/domain/move/move.ts';
import { text } from '../../shared/domain/time.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import { type MoveDeps, refuseFuture, shownMove } from './moves.ts';

/** One of the two units writes down that they have talked, and who. */
export const handOverCase =
  (deps: MoveDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal } = deps;
    const { caseId: id, number } = path;
    const read = await readCase(deps, { id, by: principal, action: 'case.hand-over' });
    if (!(await journal.earlier(principal, once))) {
      await talked(deps, read, { body, by: principal, once, number });
    }
    const move = await records.part('move', Move, { kind: 'case', id }, number);
    return { status: 201, body: await shownMove(deps, move, { permit: read.permit, lang }) };
  };

type Talking = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
  readonly number: number;
};

async function talked(deps: MoveDeps, read: ReadCase, { body, by, once, number }: Talking) {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const { case: opened, tasks } = read;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  refuseFuture(body.at, '/at', at, edition.calendar.zone);
  const move = await records.part('move', Move, { kind: 'case', id: opened.id }, number);
  const task = takingOver(move, tasks);
  const clocks = task ? await records.clocksOf({ kind: 'task', id: task.id }) : [];
  const { outcome: before } = await sealing.forHub(move, 'seal-anew');
  const persons = body.persons.map(({ name, phone }) => (phone ? `${name}, ${phone}` : name));
  const said = { ...before, persons, ...(body.note && { note: body.note }) };
  const sealed = await sealing.seal(move, { outcome: said }, move.version + 1, move.sealed);
  const talkedAt = text(Temporal.Instant.from(body.at));
  const newEvent = () => newEventId(bytes);
  const decision = handOver({
    ...{ case: opened, move, tasks, clocks, talkedAt, by, at, sealed, newEvent },
  });
  const made = { number: String(number) };
  await journal.commit(decision, { by, once, made });
}
