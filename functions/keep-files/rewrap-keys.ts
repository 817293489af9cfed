import { AgencyId, newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Rewrap } from '../../shared/platform/vault/rewrap.ts';
import { contextOfRow, type KeyItem, type KeyKeeping } from '../../shared/store/key-keeping.ts';
import type { Rotation, Rotations } from '../../shared/store/rotations.ts';

export type Deps = Pick<Store, 'journal' | 'now' | 'bytes'> & {
  readonly rotations: Rotations;
  readonly keeping: KeyKeeping;
  readonly rewrap: Rewrap;
  /** Those of the hub that are no file's and no agency's. */
  readonly rewrapSecrets: () => Promise<number>;
  /** Milliseconds that have gone by in this process. */
  readonly elapsed: () => number;
};

/** As long as one call goes on with it; the next one goes on from there. */
const BUDGET_MS = 60_000;
/** Rows wrapped side by side: KMS allows thousands of calls a second, other functions need them too. */
const SIDE_BY_SIDE = 10;

/** Goes on with the rotation that was begun, if one was. */
export const rewrapKeys = (deps: Deps) => async (): Promise<void> => {
  const begun = deps.elapsed();
  let state = await deps.rotations.last();
  while (state && !state.endedAt && deps.elapsed() - begun < BUDGET_MS) {
    state = await nextPage(deps, state);
  }
};

async function nextPage(deps: Deps, state: Rotation): Promise<Rotation> {
  const { items, last } = await deps.keeping.page(state.from);
  let rewrapped = 0;
  for (let i = 0; i < items.length; i += SIDE_BY_SIDE) {
    const some = items.slice(i, i + SIDE_BY_SIDE);
    const done = await Promise.all(some.map((item) => rewrapOne(deps, state, item)));
    rewrapped += done.filter(Boolean).length;
  }
  const next: Rotation = {
    ...state,
    version: state.version + 1,
    rewrapped: state.rewrapped + rewrapped,
    passed: state.passed + items.length - rewrapped,
    from: last,
  };
  if (!last) return end(deps, next);
  await deps.rotations.keep(next);
  return next;
}

/** False for one that has nothing to wrap, is new enough, or changed meanwhile. */
async function rewrapOne(
  { keeping, rewrap, now }: Deps,
  { begunAt }: Rotation,
  item: KeyItem,
): Promise<boolean> {
  if (!item.wrapped || item.wrappedAt >= begunAt) return false;
  const wrapped = await rewrap(item.wrapped, contextOfRow(item));
  return keeping.replace(item, wrapped, now());
}

async function end(deps: Deps, state: Rotation): Promise<Rotation> {
  const { rotations, journal, now, bytes } = deps;
  const rewrapped = state.rewrapped + (await deps.rewrapSecrets());
  const ended = { ...state, rewrapped, endedAt: now() };
  const event: JournalEvent = {
    ...{ id: newEventId(bytes), type: 'rotation.ended', at: ended.endedAt, to: [] },
    ...{ subject: { kind: 'agency', id: AgencyId.parse(state.by.agency) }, version: ended.version },
    by: { sub: 'keep-files' },
    codes: { number: String(state.number) },
  };
  await journal.commit({ kept: [], events: [event] }, { also: [rotations.write(ended)] });
  return ended;
}
