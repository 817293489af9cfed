import type { listDutyGaps as contract } from '../../shared/contract/oversight-units.ts';
import { dutyGapView } from '../../shared/domain/disclosure/oversight-view.ts';
import { GAP_LIST } from '../../shared/domain/duty/duty-gap.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { OversightLists } from '../../shared/store/oversight.ts';

type Deps = Pick<VaultedStore, 'access' | 'now'> & {
  readonly oversight: Pick<OversightLists, 'gaps'>;
};

/** Where nobody will be on duty: found ahead by the rosters, so that somebody can still be put down. */
export const listDutyGaps =
  ({ oversight, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query, principal }) => {
    may(principal, 'oversight.read');
    const at = now();
    const page = await oversight.gaps({ sub: principal.sub, ...query });
    const lines = page.items.length;
    await access.page({ by: principal, list: `watched/${GAP_LIST}`, lines, at });
    const next = page.next && `/v1/oversight/duty-gaps?limit=${query.limit}&cursor=${page.next}`;
    return { status: 200, body: { items: page.items.map(dutyGapView), next } };
  };
