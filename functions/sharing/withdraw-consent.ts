import { Temporal } from 'temporal-polyfill';
import type { withdrawConsent as contract } from '../../shared/contract/sharing.ts';
import { stayingView } from '../../shared/domain/disclosure/sharing-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Recall } from '../../shared/domain/recall/recall.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { SharingConsent } from '../../shared/domain/sharing/parts.ts';
import {
  stays,
  toldOnConsent,
  withdrawConsent as withdraw,
} from '../../shared/domain/sharing/withdraw.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import { type SharingDeps, shownConsent } from './consents.ts';

/** The family no longer consents: nothing more is shared on it, and what was goes back. */
export const withdrawConsent =
  (deps: SharingDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, policy, now, bytes } = deps;
    const { referralId: id, number } = path;
    const read = await readReferral(deps, { id, by: principal, action: 'consent.withdraw' });
    const of = { kind: 'referral', id } as const;
    const consent = await records.part('sharing-consent', SharingConsent, of, number);
    if (consent.version !== expected) throw new Refusal('changed-meanwhile');
    const recalls = await records.parts('recall', Recall, of);
    const shared = await sharedOf(deps, read);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const { referral, tasks } = read;
    const step = {
      referral,
      tasks,
      by: principal,
      at,
      event: newEventId(bytes),
      consent,
      ...shared,
    };
    const call = { ...step, from: body.from, recalls, recallEvent: newEventId(bytes) };
    const taken = toldOnConsent(step).map(({ agency }) => agency);
    await journal.commit(withdraw(call, edition), { by: principal });
    const kept = stays({ referral, ...shared }, taken, edition);
    const after = await records.part('sharing-consent', SharingConsent, of, number);
    const shown = await readReferral(deps, { id, by: principal, action: 'consent.read' });
    const view = await shownConsent(deps, after, shown, lang);
    const staying = kept.map((one) => stayingView(one, lang, edition));
    return { status: 200, body: { ...view, stays: staying }, version: view.version };
  };

/** Who was told and who had work, by the journal; before it is routed nobody. */
async function sharedOf({ tellings }: SharingDeps, { referral }: ReadReferral) {
  if (referral.status === 'submitted') return { told: [], work: [] };
  const { told, tasks: work } = await tellings.of(referral);
  return { told, work };
}
