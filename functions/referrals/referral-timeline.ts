import { Temporal } from 'temporal-polyfill';
import type { referralTimeline as contract } from '../../shared/contract/referrals.ts';
import { eventView } from '../../shared/domain/disclosure/event-view.ts';
import { leads } from '../../shared/domain/disclosure/leads.ts';
import { LOOKED_AT } from '../../shared/domain/disclosure/referral-view.ts';
import type { EventType, Subject } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { parentOf } from '../../shared/store/access-facts.ts';

type Deps = Pick<VaultedStore, 'records' | 'policy' | 'now' | 'access'>;

/** What is between those who work on it, until they say so. */
const OF_THE_LEAD: readonly EventType[] = [
  'child.reported-again',
  'feedback.proposed',
  'feedback.excepted',
  // Who was told stands behind it.
  'recall.confirmed',
  // Who looked at the record is for those who answer for it.
  'emergency.opened',
  'emergency.revoked',
  'emergency.reviewed',
  'emergency.not-justified',
  'request.asked',
  'request.decided',
];

/** What happened, in order: the referrer sees its referral's events, the lead those of all tasks. */
export const referralTimeline =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.read' });
    if (read.permit.rule === LOOKED_AT) throw new Refusal('not-found');
    const { referral, tasks } = read;
    const own: Subject[] = [{ kind: 'referral', id }];
    const parent = parentOf(referral);
    const whole = leads(read)
      ? [
          ...own,
          ...(parent.kind === 'case' ? [parent] : []),
          ...tasks.map((task): Subject => ({ kind: 'task', id: task.id })),
        ]
      : own;
    const events = (await Promise.all(whole.map(records.eventsOf))).flat();
    const edition = policy.at(Temporal.Instant.from(now()));
    const items = events
      .filter(({ type }) => leads(read) || !OF_THE_LEAD.includes(type))
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((event) => eventView(event, read, lang, edition));
    return { status: 200, body: { items } };
  };
