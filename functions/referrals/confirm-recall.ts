import { Temporal } from 'temporal-polyfill';
import type { confirmRecall as contract } from '../../shared/contract/recalls.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { confirm } from '../../shared/domain/recall/confirm.ts';
import { ownLine, Recall } from '../../shared/domain/recall/recall.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type RecallDeps, readerOf, readRecalls, shownRecall } from './recalls.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** A recipient answers for its own agency: deleted, or kept and on what legal basis. */
export const confirmRecall =
  (deps: RecallDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, policy, now, bytes, tellings } = deps;
    const { referralId: id, number } = path;
    const of = { kind: 'referral', id } as const;
    const read = await readRecalls(deps, { id, by: principal, action: 'recall.confirm' });
    const recall = read.recalls.find((one) => one.number === number);
    const own = recall && ownLine(recall, principal.agency);
    if (!recall || !own) throw new Refusal('not-found');
    if (own.version !== expected) throw new Refusal('changed-meanwhile');
    const referral = routedOnly(read.referral);
    const at = now();
    const [tasks, clocks, sealed] = await Promise.all([
      tellings.workOf(referral),
      records.clocksOf(of),
      sealedWith(deps, recall, body, principal),
    ]);
    const decision = confirm(
      {
        ...{ referral, recall, tasks, clocks, sealed, by: principal, at },
        answer: body,
        event: newEventId(bytes),
      },
      policy.at(Temporal.Instant.from(at)),
    );
    await journal.commit(decision, { by: principal });
    const answered = await records.part('recall', Recall, of, number);
    const shown = await shownRecall(deps, answered, readerOf(read, principal), lang);
    return { status: 200, body: shown, version: shown.version };
  };

/** Who answered stays with the recall, closed. */
async function sealedWith(
  { sealing }: Pick<RecallDeps, 'sealing'>,
  recall: Recall,
  { actingPerson: { name, phone } }: Body,
  { agency }: Principal,
) {
  const { outcome } = await sealing.forHub(recall, 'seal-anew');
  const recipient = recall.recipients.findIndex((one) => one.agency === agency);
  const person = { recipient, actingPerson: phone ? `${name}, ${phone}` : name };
  const words = { outcome: { ...outcome, confirmed: [...(outcome?.confirmed ?? []), person] } };
  return sealing.seal(recall, words, recall.version + 1, recall.sealed);
}
