import type { deleteEndpoint as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/domain/access/may.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & { readonly endpoints: Endpoints };

/** Removes an endpoint: what was owed to it is given up, the feed keeps every entry. */
export const deleteEndpoint =
  ({ journal, endpoints, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    may(principal, 'endpoint.manage');
    const id = path.endpointId;
    if (!(await endpoints.find(principal.agency, id))) throw new Refusal('not-found');
    const deleted: JournalEvent = {
      id: newEventId(bytes),
      type: 'endpoint.deleted',
      at: now(),
      subject: { kind: 'endpoint', id },
      version: 2,
      by: principal,
      to: [],
    };
    const also = [endpoints.deleteWrite(principal.agency, id)];
    await journal.commit({ kept: [], events: [deleted] }, { by: principal, also });
    return { status: 204, body: undefined };
  };
