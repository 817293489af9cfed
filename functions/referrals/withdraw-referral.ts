import { Temporal } from 'temporal-polyfill';
import type { withdrawReferral as contract } from '../../shared/contract/referrals.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { withdraw } from '../../shared/domain/referral/withdraw.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { withRetention } from '../../shared/domain/retention/schedule.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Tellings } from '../../shared/store/told.ts';
import { shownReferral } from './get-referral.ts';
import { clocksBeside } from './questions.ts';
import { recallsOf } from './recalls.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
> & { readonly tellings: Tellings };

/** The referrer takes an early identification back: its open work ends with it. */
export const withdrawReferral =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { journal, sealing, policy, now, bytes } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.withdraw' });
    const referral = routedOnly(read.referral);
    if (referral.version !== expected) throw new Refusal('changed-meanwhile');
    const [clocks, recalls, { told }] = await Promise.all([
      clocksBeside(deps, referral, read.tasks),
      recallsOf(deps, id),
      deps.tellings.of(referral),
    ]);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const noted = body.note && { outcome: { note: body.note } };
    const sealed = noted
      ? await sealing.seal(referral, noted, referral.version + 1, referral.sealed)
      : referral.sealed;
    const decision = withdraw(
      {
        referral,
        tasks: read.tasks,
        clocks,
        reason: body.reason,
        by: principal,
        at,
        newEvent: () => newEventId(bytes),
        sealed,
        told,
        recalls,
      },
      edition,
    );
    const whole = withRetention(decision, { at, by: principal }, edition);
    await journal.commit(whole, { by: principal });
    const withdrawn = await readReferral(deps, { id, by: principal, action: 'referral.read' });
    const shown = await shownReferral(deps, withdrawn, lang);
    return { status: 200, body: shown, version: withdrawn.referral.version };
  };
