import { Refusal } from '../../shared/domain/refusal.ts';
import { Overtaken } from '../../shared/store/journal.ts';

/** Others hold times as well: after so many that were gone, the next message tries again. */
export const TRIES = 5;

/** False when somebody else took it meanwhile; what the visit itself has become is another matter. */
export async function stillFree(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'slot-taken') return false;
    if (error.code === 'proposal-outdated' || error.code === 'time-held-already') {
      throw new Overtaken();
    }
    throw error;
  }
}
