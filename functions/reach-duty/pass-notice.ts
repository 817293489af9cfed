import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import { writtenNotice } from '../../shared/domain/call/text.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { Notice, SafeContactPart } from '../../shared/domain/family/parts.ts';
import {
  noticePassed,
  type Passing,
  passNotice as passing,
} from '../../shared/domain/family/pass-notice.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { NOTICE_CONSUMER, type NoticeMessage } from '../../shared/domain/journal/call-messages.ts';
import type { SendText } from '../../shared/platform/channels/channels.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import { logger } from '../../shared/platform/observability.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import { Overtaken } from '../../shared/store/journal.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
> & {
  readonly sms: SendText;
};

/** So often others may change the case while the record of what was done is written. */
const TRIES = 20;

/**
 * Passes a notice on to the safe contact, if that is still allowed at this moment. The outbox item
 * goes with the record of it: a contact may get the text twice, and never one that was withheld.
 */
export const passNotice =
  (deps: Deps) =>
  async (owed: NoticeMessage): Promise<void> => {
    const { records, journal } = deps;
    const settled = { event: owed.event, consumer: NOTICE_CONSUMER };
    if (!(await journal.owes(settled))) return;
    const opened = await records.case(owed.case);
    const notice = await noticeOf(records, owed);
    if (notice.state !== 'owed') return journal.settle([settled]);
    const asked = await whatNow(deps, opened, notice);
    if (asked.state === 'sent') await deps.access.sent(sendingOf(owed, opened, notice));
    const done = asked.state === 'sent' ? await sent(deps, opened, notice, asked) : asked;
    await recorded(deps, owed, done);
    const { event, case: id, notice: number } = owed;
    logger.info('notice', { event, case: id, number, state: done.state });
  };

/** For the journal of access, before it goes out: to the contact of this case, by its number there. */
const sendingOf = (
  { event, case: id }: NoticeMessage,
  { lead }: Case,
  { at, contact }: Notice,
): Parameters<Deps['access']['sent']>[0] => ({
  ...{ why: 'notifies-safe-contact', sub: 'notices', way: 'sms', to: `safe-contact-${contact}` },
  ...{ subject: { kind: 'case', id }, agency: lead, id: event, at },
});

const noticeOf = (records: Deps['records'], { case: id, notice }: NoticeMessage) =>
  records.part('notice', Notice, { kind: 'case', id }, notice);

/** What went out went out, whatever happened in the case meanwhile: only its record is tried again. */
async function recorded(deps: Deps, owed: NoticeMessage, done: Passing): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record(deps, owed, done);
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === TRIES) throw error;
    }
  }
}

async function record(deps: Deps, owed: NoticeMessage, passing: Passing): Promise<void> {
  const { records, journal, now, bytes } = deps;
  const settles = [{ event: owed.event, consumer: NOTICE_CONSUMER }];
  const opened = await records.case(owed.case);
  const notice = await noticeOf(records, owed);
  if (notice.state !== 'owed') return journal.settle(settles);
  const passed = { case: opened, notice, passing, at: now(), event: newEventId(bytes) };
  await journal.commit(noticePassed(passed), { settles });
}

/** What the hub knows of the contact and the household at this moment. */
async function whatNow(deps: Deps, opened: Case, notice: Notice): Promise<Passing> {
  const { records, sealing, now } = deps;
  const family = await familyOf(deps, opened);
  const of = { kind: 'case' as const, id: opened.id };
  const contact = await records.part('safe-contact', SafeContactPart, of, notice.contact);
  const said = (await sealing.forHub(contact, 'reach-contact')).contact?.safeContact;
  return passing({ case: opened, notice, household: householdOf(family), said, at: now() });
}

/** A provider that goes on failing leaves the notice to a person. */
async function sent(
  { sms, policy, now }: Deps,
  { referral }: Case,
  notice: Notice,
  asked: Extract<Passing, { state: 'sent' }>,
): Promise<Passing> {
  const { calls } = policy.at(Temporal.Instant.from(now()));
  try {
    await sms(asked.phone, writtenNotice(referral, calls.callBack.number, notice.language));
    return asked;
  } catch (error) {
    const tryingMs = Date.parse(now()) - Date.parse(notice.at);
    if (tryingMs < calls.giveUpAfter.minutes * 60_000) throw error;
    metrics.singleMetric().addMetric('NoticesGivenUp', MetricUnit.Count, 1);
    return { state: 'by-hand', because: ['provider-failed'] };
  }
}
