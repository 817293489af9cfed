import type { rotateInboundKey as contract } from '../../shared/contract/inbound.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber, rotated } from '../../shared/domain/inbound/inbound-key.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { InboundSecrets } from '../../shared/platform/inbound-secrets.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { InboundKeys } from '../../shared/store/inbound-keys.ts';
import { inboundKeyView } from './inbound-key-view.ts';
import { offeredKey } from './offered-key.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & {
  readonly keys: InboundKeys;
  readonly secrets: Pick<InboundSecrets, 'seal'>;
};

/** Puts a new key in the place of the old, which stays good beside it for as long as is asked. */
export const rotateInboundKey =
  ({ journal, keys, secrets, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, expected }) => {
    may(principal, 'inbound.manage');
    const door = await keys.find(principal.agency, path.keyId);
    if (!door) throw new Refusal('not-found');
    // Whoever had the new secret would act as the account that opened the door.
    if (door.sub !== principal.sub) throw new Refusal('key-of-other-account');
    if (door.version !== expected) throw new Refusal('changed-meanwhile');
    const at = now();
    const place = { door, number: nextNumber(door), at };
    const { key, secret } = await offeredKey(secrets, body, place);
    const next = rotated(door, key, { overlapDays: body.overlapDays, at });
    const event: JournalEvent = {
      id: newEventId(bytes),
      type: 'inbound.rotated',
      at,
      subject: { kind: 'endpoint', id: door.id },
      version: next.version,
      by: { sub: principal.sub, agency: principal.agency },
      to: [],
      codes: { scheme: key.scheme, overlapDays: String(body.overlapDays) },
    };
    // First: where another rotation was quicker, its event stands at the same version.
    const first = [keys.write(next)];
    await journal.commit({ kept: [], events: [event] }, { by: principal, first });
    const view = inboundKeyView(next, at);
    return { status: 200, body: { ...view, secret }, version: next.version };
  };
