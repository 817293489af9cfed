import { Temporal } from 'temporal-polyfill';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Incident } from '../../shared/domain/incident/incident.ts';
import { remind } from '../../shared/domain/incident/remind.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { Overtaken } from '../../shared/store/journal.ts';

type Deps = Pick<Store, 'journal' | 'policy' | 'now' | 'bytes'>;

/** The oversight body is reminded of an incident that nobody has notified. */
export const remindIncident =
  ({ journal, policy, now, bytes }: Deps) =>
  async (incident: Incident): Promise<void> => {
    const at = now();
    const { access } = policy.at(Temporal.Instant.from(at));
    const decision = remind(incident, access, at, newEventId(bytes));
    try {
      if (decision) await journal.commit(decision);
    } catch (error) {
      // Counted a step further, or notified, this moment: the next minute looks again.
      if (!(error instanceof Overtaken)) throw error;
    }
  };
