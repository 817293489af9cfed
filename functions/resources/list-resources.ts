import type { listResources as contract } from '../../shared/contract/resources.ts';
import { resourceLine } from '../../shared/domain/disclosure/resource-view.ts';
import type { ResourceId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';
import { namesOf } from './names-of.ts';

type Deps = Pick<VaultedStore, 'access' | 'sealing' | 'now'> & {
  readonly calendars: Pick<ResourceReads, 'everyResourceOf' | 'resourcesOf'>;
};

/** What an agency has, by name to its own people; of other agencies only what can be booked. */
export const listResources =
  ({ calendars, access, sealing, now }: Deps): UseCase<typeof contract> =>
  async ({ query: { agency }, principal }) => {
    const permit = may(principal, 'resource.read', { ofAgency: agency });
    const { everyResourceOf, resourcesOf } = calendars;
    const own = agency === principal.agency;
    const found = await (own ? everyResourceOf : resourcesOf)([agency]);
    const names = own ? await namesOf({ sealing }, found, permit) : new Map<ResourceId, string>();
    const items = found
      .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id))
      .map((one) => ({
        ...resourceLine(one),
        ...(own && { name: names.get(one.id), account: one.account }),
      }));
    const lines = items.length;
    await access.page({ by: principal, list: `resources/${agency}`, lines, at: now() });
    return { status: 200, body: { items } };
  };
