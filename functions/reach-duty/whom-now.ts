import type { LadderRole } from '../../shared/domain/call/call.ts';
import { type Whom, whomToCall } from '../../shared/domain/call/whom.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

interface Deps {
  readonly records: Pick<VaultedStore['records'], 'roster'>;
  readonly sealing: Pick<VaultedStore['sealing'], 'forHub'>;
  readonly now: () => string;
}

interface Asked {
  readonly agency: AgencyId;
  readonly role: LadderRole;
}

/** Who of an agency answers at this moment, by its roster; the numbers are opened here and nowhere else. */
export async function whomNow(
  { records, sealing, now }: Deps,
  { agency, role }: Asked,
  conflicted: readonly string[] = [],
): Promise<Whom> {
  const roster = await records.roster(agency);
  const outcome = roster && (await sealing.forHub(roster, 'call-duty')).outcome;
  const people = outcome?.duty ?? [];
  return whomToCall(role, now(), { roster, people, head: outcome?.head, conflicted });
}
