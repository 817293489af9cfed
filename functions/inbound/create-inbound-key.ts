import type { createInboundKey as contract } from '../../shared/contract/inbound.ts';
import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { InboundKeyId, newEventId, newInboundKeyId } from '../../shared/domain/ids.ts';
import { INBOUND_KEYS_MOST, type InboundKey } from '../../shared/domain/inbound/inbound-key.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { InboundSecrets } from '../../shared/platform/inbound-secrets.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { InboundKeys } from '../../shared/store/inbound-keys.ts';
import type { Made } from '../../shared/store/journal.ts';
import { inboundKeyView } from './inbound-key-view.ts';
import { offeredKey } from './offered-key.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & {
  readonly keys: InboundKeys;
  readonly secrets: Pick<InboundSecrets, 'seal'>;
};

/** Opens a door for the agency's own system. A secret is answered once and then only kept sealed. */
export const createInboundKey =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ body, principal, once }) => {
    may(principal, 'inbound.manage');
    // A person's account would make a machine's doing look like that person's.
    if (!hasRole(principal, 'system')) throw new Refusal('system-account-needed');
    const { agency } = principal;
    const door = { id: newInboundKeyId(deps.bytes), agency };
    const at = deps.now();
    const { key, secret } = await offeredKey(deps.secrets, body, { door, number: 1, at });
    const opened: InboundKey = {
      ...{ what: 'inbound-key', ...door, sub: principal.sub, version: 1 },
      ...{ keys: [key], createdAt: at },
    };
    const before = await deps.journal.earlier(principal, once);
    const earlier = before ?? (await open(deps, opened, { by: principal, once }));
    const made = InboundKeyId.parse(earlier?.key ?? door.id);
    const found = await deps.keys.find(agency, made);
    if (!found) throw new Refusal('not-found');
    const view = inboundKeyView(found, at);
    return {
      status: 201,
      body: earlier ? view : { ...view, secret },
      location: view.links.self,
      version: found.version,
    };
  };

type Opening = Pick<Parameters<UseCase<typeof contract>>[0], 'once'> & { readonly by: Principal };

/** Answers what an identical call opened meanwhile, if there was one. */
async function open(
  { journal, keys, bytes }: Deps,
  door: InboundKey,
  { by, once }: Opening,
): Promise<Made | undefined> {
  const there = await keys.of(door.agency);
  if (there.length >= INBOUND_KEYS_MOST) throw new Refusal('too-many-inbound-keys');
  const opened: JournalEvent = {
    id: newEventId(bytes),
    type: 'inbound.opened',
    at: door.createdAt,
    subject: { kind: 'endpoint', id: door.id },
    version: 1,
    by: { sub: by.sub, agency: by.agency },
    to: [],
    codes: { scheme: door.keys[0]?.scheme ?? '' },
  };
  const also = [keys.write(door)];
  const made = { key: door.id };
  return journal.commit({ kept: [], events: [opened] }, { by, also, once, made });
}
