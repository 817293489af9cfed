import { Temporal } from 'temporal-polyfill';
import type { getRetention as contract } from '../../shared/contract/retention.ts';
import { retentionView } from '../../shared/domain/disclosure/retention-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { fileStanding } from '../../shared/store/file-standing.ts';
import { shownHolds } from './shown-holds.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** When what a record holds is erased, by which rule, and what keeps it. */
export const getRetention =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, policy, now } = deps;
    const asked = { id: path.referralId, by: principal, action: 'retention.read' } as const;
    const { referral, permit } = await readReferral(deps, asked);
    const standing = await fileStanding(records, referral);
    const edition = policy.at(Temporal.Instant.from(now()));
    const holds = await shownHolds(deps, standing.holds, { permit, lang }, edition);
    return { status: 200, body: retentionView({ ...standing, shownHolds: holds, lang }, edition) };
  };
