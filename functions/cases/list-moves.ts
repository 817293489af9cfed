import type { listMoves as contract } from '../../shared/contract/moves.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import { type MoveDeps, movesOf, shownMove } from './moves.ts';

/** The moves of a child; who talked and what was noted only the units that lead may read. */
export const listMoves =
  (deps: MoveDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.caseId;
    const { permit } = await readCase(deps, { id, by: principal, action: 'case.read' });
    const moves = await movesOf(deps, id);
    const items = moves.map((move) => shownMove(deps, move, { permit, lang }));
    return { status: 200, body: { items: await Promise.all(items) } };
  };
