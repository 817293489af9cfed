import type { deleteInboundKey as contract } from '../../shared/contract/inbound.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { InboundKeys } from '../../shared/store/inbound-keys.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & { readonly keys: InboundKeys };

/** Closes a door at once. Anybody of the agency may: a key that leaked does not wait for its owner. */
export const deleteInboundKey =
  ({ journal, keys, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    may(principal, 'inbound.manage');
    const door = await keys.find(principal.agency, path.keyId);
    if (!door) throw new Refusal('not-found');
    const closed: JournalEvent = {
      id: newEventId(bytes),
      type: 'inbound.closed',
      at: now(),
      subject: { kind: 'endpoint', id: door.id },
      version: door.version + 1,
      by: { sub: principal.sub, agency: principal.agency },
      to: [],
    };
    // First: where a rotation was quicker, its event stands at the same version.
    const first = [keys.removal(door)];
    await journal.commit({ kept: [], events: [closed] }, { by: principal, first });
    return { status: 204, body: undefined };
  };
