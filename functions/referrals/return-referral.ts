import { Temporal } from 'temporal-polyfill';
import type { returnReferral as contract } from '../../shared/contract/referrals.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { returnReferral as sendBack } from '../../shared/domain/referral/return.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownReferral } from './get-referral.ts';
import { clocksBeside, questionsOf } from './questions.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The lead sends an early identification back with a question; the answer brings it back. */
export const returnReferral =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { journal, sealing, policy, now, bytes } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.return' });
    const referral = routedOnly(read.referral);
    if (referral.version !== expected) throw new Refusal('changed-meanwhile');
    const [earlier, clocks] = await Promise.all([
      questionsOf(deps, id),
      clocksBeside(deps, referral, read.tasks),
    ]);
    const of = { kind: 'referral', id } as const;
    const place = {
      what: 'question',
      of,
      number: nextNumber(earlier),
      file: referral.file,
    } as const;
    const sealed = await sealing.seal(place, { outcome: { question: body.question } });
    const at = now();
    const call = { referral, earlier, clocks, by: principal, at, event: newEventId(bytes), sealed };
    const edition = policy.at(Temporal.Instant.from(at));
    await journal.commit(sendBack({ ...call, reason: body.reason }, edition), { by: principal });
    const returned = await readReferral(deps, { id, by: principal, action: 'referral.read' });
    const shown = await shownReferral(deps, returned, lang);
    return { status: 200, body: shown, version: returned.referral.version };
  };
