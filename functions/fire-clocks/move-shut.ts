import { goOnOver, type ShutsOut } from '../../shared/platform/go-over.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'members' | 'policy' | 'now' | 'bytes'>;

/** Work of somebody who was shut out, which did not all go over at once: goes on until none is left. */
export const moveShut =
  (deps: Deps) =>
  async (due: ShutsOut): Promise<void> => {
    await goOnOver(deps, due);
    logger.info('work of whoever is shut out handed over', { case: due.of.id });
  };
