import { Temporal } from 'temporal-polyfill';
import type { setHold as contract } from '../../shared/contract/retention.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Hold, setHold as set } from '../../shared/domain/retention/hold.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownHolds } from './shown-holds.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** Holds a file: from this moment it is not erased. */
export const setHold =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const asked = { id: path.referralId, by: principal, action: 'hold.set' } as const;
    const { referral, permit } = await readReferral(deps, asked);
    const of = { kind: 'referral', id: referral.id } as const;
    const earlier = await records.parts('hold', Hold, of);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const number = nextNumber(earlier);
    const place = { what: 'hold', of, number, file: referral.file } as const;
    const sealed = await sealing.seal(place, { outcome: { note: body.note } });
    const by = { sub: principal.sub, agency: principal.agency };
    const setting = { referral, earlier, reason: body.reason, sealed, by, at };
    const decision = set({ ...setting, event: newEventId(bytes) }, edition);
    const made = { number: String(number) };
    const first = (await journal.commit(decision, { by: principal, once, made })) ?? made;
    const kept = await records.part('hold', Hold, of, Number(first.number));
    const [view] = await shownHolds(deps, [kept], { permit, lang }, edition);
    if (!view) throw new Error('the hold was not kept');
    return { status: 201, body: view, location: `/v1/referrals/${referral.id}/retention` };
  };
