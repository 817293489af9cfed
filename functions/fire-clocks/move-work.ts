import type { Absence } from '../../shared/domain/absence/absence.ts';
import { handOverWork } from '../../shared/platform/hand-over-work.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { Overtaken } from '../../shared/store/journal.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'members' | 'work' | 'policy' | 'now' | 'bytes'>;

/** An absence that has begun, or whose work did not all go over at once: goes on until none is left. */
export const moveWork =
  (deps: Deps) =>
  async (due: Absence): Promise<void> => {
    let absence = due;
    for (;;) {
      absence = { ...absence, version: absence.version + 1 };
      const call = { absence, beside: { kept: [], events: [] }, by: undefined };
      try {
        const { moved, more } = await handOverWork(deps, call);
        logger.info('work handed over', { agency: absence.of.id, tasks: moved.length });
        if (!more) return;
      } catch (error) {
        // Another run, or somebody at one of the tasks, was quicker: the next minute looks again.
        if (error instanceof Overtaken) return;
        throw error;
      }
    }
  };
