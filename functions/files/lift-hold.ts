import { Temporal } from 'temporal-polyfill';
import type {
  askLifting as asking,
  confirmLifting as confirming,
} from '../../shared/contract/retention.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  askLifting as ask,
  confirmLifting as confirm,
  Hold,
} from '../../shared/domain/retention/hold.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownHolds } from './shown-holds.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;
type Call = Pick<
  Parameters<UseCase<typeof confirming>>[0],
  'path' | 'principal' | 'lang' | 'expected'
>;

/** One person asks to lift a hold, and says why. */
export const askLifting =
  (deps: Deps): UseCase<typeof asking> =>
  async ({ body, ...call }) => {
    const found = await readHold(deps, call);
    const { hold, acting } = found;
    // What was said when it was set stays beside it.
    const { outcome } = await deps.sealing.forHub(hold, 'seal-anew');
    const words = { outcome: { ...outcome, question: body.note } };
    const sealed = await deps.sealing.seal(hold, words, hold.version + 1, hold.sealed);
    await deps.journal.commit(ask(hold, { ...acting, sealed }), { by: call.principal });
    return shown(deps, found, call);
  };

/** Another person agrees. */
export const confirmLifting =
  (deps: Deps): UseCase<typeof confirming> =>
  async (call) => {
    const found = await readHold(deps, call);
    await deps.journal.commit(confirm(found.hold, found.acting), { by: call.principal });
    return shown(deps, found, call);
  };

async function readHold(deps: Deps, { path, principal, expected }: Call) {
  const { records, now, bytes } = deps;
  const asked = { id: path.referralId, by: principal, action: 'hold.lift' } as const;
  const { referral, permit } = await readReferral(deps, asked);
  const of = { kind: 'referral', id: referral.id } as const;
  const hold = await records.part('hold', Hold, of, path.number);
  if (hold.version !== expected) throw new Refusal('changed-meanwhile');
  const by = { sub: principal.sub, agency: principal.agency };
  return { hold, permit, acting: { referral, by, at: now(), event: newEventId(bytes) } };
}

async function shown(
  deps: Deps,
  { hold, permit, acting }: Awaited<ReturnType<typeof readHold>>,
  { lang }: Call,
) {
  const kept = await deps.records.part('hold', Hold, hold.of, hold.number);
  const edition = deps.policy.at(Temporal.Instant.from(acting.at));
  const [view] = await shownHolds(deps, [kept], { permit, lang }, edition);
  if (!view) throw new Error('the hold is gone');
  return { status: 200 as const, body: view, version: view.version };
}
