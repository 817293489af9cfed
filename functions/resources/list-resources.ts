import type { listResources as contract } from '../../shared/contract/resources.ts';
import { resourceLine } from '../../shared/domain/disclosure/resource-view.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';

type Deps = Pick<VaultedStore, 'access' | 'now'> & {
  readonly calendars: Pick<ResourceReads, 'everyResourceOf' | 'resourcesOf'>;
};

/** What an agency has; of other agencies only what can be booked. A list carries no name. */
export const listResources =
  ({ calendars, access, now }: Deps): UseCase<typeof contract> =>
  async ({ query: { agency }, principal }) => {
    may(principal, 'resource.read', { ofAgency: agency });
    const { everyResourceOf, resourcesOf } = calendars;
    const read = agency === principal.agency ? everyResourceOf : resourcesOf;
    const items = (await read([agency]))
      .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id))
      .map(resourceLine);
    const lines = items.length;
    await access.page({ by: principal, list: `resources/${agency}`, lines, at: now() });
    return { status: 200, body: { items } };
  };
