import { Temporal } from 'temporal-polyfill';
import type { closeReferral as contract } from '../../shared/contract/referrals.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { close } from '../../shared/domain/referral/close.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { closedAs } from '../../shared/domain/referral/not-acting.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { withRetention } from '../../shared/domain/retention/schedule.ts';
import { hasEnded, isSettled, type Task } from '../../shared/domain/task/task.ts';
import { text } from '../../shared/domain/time.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { unchanged } from '../../shared/store/unchanged.ts';
import { closingOf } from './closing-of.ts';
import { shownReferral } from './get-referral.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** The lead closes: refused while anything is open, and each such thing is named. */
export const closeReferral =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.close' });
    const referral = routedOnly(read.referral);
    if (referral.version !== expected) throw new Refusal('changed-meanwhile');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const { reason, note, contact } = body;
    const closing = await closingOf(records, referral);
    const words = { reason, explained: note !== undefined, contact: toTheMoment(contact) };
    const how = closedAs(words, closing.exceptions, edition, at);
    const noted = note && { outcome: { note } };
    const sealed = noted
      ? await sealing.seal(referral, noted, referral.version + 1, referral.sealed)
      : undefined;
    const ofOffers = await clocksOfOffers(
      deps,
      [closing, ...closing.others].flatMap(({ tasks }) => tasks),
    );
    const decision = close(
      {
        ...closing,
        ofOffers,
        reason,
        closedAs: how,
        sealed,
        by: principal,
        at,
        newEvent: () => newEventId(bytes),
      },
      edition,
    );
    const looked = [closing, ...closing.others].map((one) => one.referral);
    const seen = [...looked, ...(closing.standing?.family ?? [])];
    const whole = withRetention(decision, { at, by: principal }, edition);
    await journal.commit(whole, { by: principal, also: unchanged(seen, decision) });
    const closed = await readReferral(deps, { id, by: principal, action: 'referral.read' });
    const shown = await shownReferral(deps, closed, lang);
    return { status: 200, body: shown, version: closed.referral.version };
  };

type Contact = Parameters<UseCase<typeof contract>>[0]['body']['contact'];

const toTheMoment = (contact: Contact) =>
  contact && { how: contact.how, at: text(Temporal.Instant.from(contact.at)) };

/** What was offered and not taken up still has its clocks; all else ended or was released. */
async function clocksOfOffers({ records }: Pick<Deps, 'records'>, tasks: readonly Task[]) {
  const untaken = tasks.filter((task) => hasEnded(task) && !isSettled(task));
  const clocks = untaken.map(({ id }) => records.clocksOf({ kind: 'task', id }));
  return (await Promise.all(clocks)).flat();
}
