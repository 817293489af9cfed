import { Temporal } from 'temporal-polyfill';
import type { getRoster as contract } from '../../shared/contract/duty.ts';
import { rosterView } from '../../shared/domain/disclosure/roster-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** Who is on duty at an agency, with the numbers to call. */
export const getRoster =
  ({ records, sealing, access, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const id = path.agencyId;
    const at = now();
    const action = 'duty.read';
    const permit = may(principal, action, { ofAgency: id });
    const roster = await records.roster(id);
    if (!roster) throw new Refusal('not-found');
    await access.read({ action, by: principal, subject: { kind: 'agency', id }, permit, at });
    const { outcome } = await sealing.open(roster, permit, ['outcome']);
    const shown = { roster, people: outcome?.duty ?? [], head: outcome?.head, at };
    const body = rosterView(shown, policy.at(Temporal.Instant.from(at)));
    return { status: 200, body, version: roster.version };
  };
