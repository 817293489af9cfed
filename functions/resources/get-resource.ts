import type { getResource as contract } from '../../shared/contract/resources.ts';
import { resourceLine, resourceView } from '../../shared/domain/disclosure/resource-view.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';

type Deps = Pick<VaultedStore, 'access' | 'sealing' | 'now'> & {
  readonly days: Pick<ResourceDays, 'resource'>;
};

/** One resource: the whole of it to its own agency, to others what they need to plan with it. */
export const getResource =
  ({ days, access, sealing, now }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const found = await days.resource(path.resourceId);
    if (!found) throw new Refusal('not-found');
    const action = 'resource.read';
    const permit = may(principal, action, { ofAgency: found.agency });
    const subject = { kind: 'resource' as const, id: found.id };
    await access.read({ action, by: principal, subject, permit, at: now() });
    const { version } = found;
    if (found.agency !== principal.agency) {
      return { status: 200, body: { ...resourceLine(found), version }, version };
    }
    const { outcome } = await sealing.open(found, permit);
    return { status: 200, body: resourceView(found, outcome), version };
  };
