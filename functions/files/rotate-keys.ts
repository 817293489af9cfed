import type {
  beginRotation as beginning,
  getRotation as getting,
} from '../../shared/contract/retention.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Rotation, Rotations } from '../../shared/store/rotations.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & { readonly rotations: Rotations };

/** Begins to wrap all data keys anew: the keeper of the keys does it, page by page. */
export const beginRotation =
  ({ journal, rotations, now, bytes }: Deps): UseCase<typeof beginning> =>
  async ({ principal, once }) => {
    may(principal, 'keys.rotate');
    const earlier = await journal.earlier(principal, once);
    const last = await rotations.last();
    if (last && earlier) return { status: 201, body: view(last) };
    if (last && !last.endedAt) throw new Refusal('rotation-going-on');
    const by = { sub: principal.sub, agency: principal.agency };
    const begun: Rotation = {
      version: (last?.version ?? 0) + 1,
      number: (last?.number ?? 0) + 1,
      ...{ begunAt: now(), by, rewrapped: 0, passed: 0 },
    };
    const event: JournalEvent = {
      ...{ id: newEventId(bytes), type: 'rotation.begun', at: begun.begunAt, by, to: [] },
      ...{ subject: { kind: 'agency', id: principal.agency }, version: begun.version },
      codes: { number: String(begun.number) },
    };
    const made = { number: String(begun.number) };
    const also = [rotations.write(begun)];
    await journal.commit({ kept: [], events: [event] }, { by: principal, once, made, also });
    return { status: 201, body: view(begun) };
  };

/** How far it is. */
export const getRotation =
  ({ rotations }: Pick<Deps, 'rotations'>): UseCase<typeof getting> =>
  async ({ principal }) => {
    may(principal, 'keys.read');
    const last = await rotations.last();
    if (!last) throw new Refusal('not-found');
    return { status: 200, body: view(last) };
  };

const view = ({ number, begunAt, rewrapped, passed, endedAt }: Rotation) => ({
  ...{ number, begunAt, rewrapped, passed, endedAt },
  state: endedAt ? ('ended' as const) : ('going-on' as const),
});
