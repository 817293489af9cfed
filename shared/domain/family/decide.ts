import type { Case } from '../case/case.ts';
import { phoneKey } from '../duty/person.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Household } from './household.ts';
import type { Notice, SafeContactPart, Speaker } from './parts.ts';
import { contactRules, mayReach, type Reach, type ShieldRule } from './shield.ts';

interface Deciding {
  readonly case: Case;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** A part of the family slice with its event; the case counts it, and only the lead hears of it. */
function kept(
  part: Speaker | SafeContactPart | Notice,
  type: EventType,
  { case: opened, by, at, event }: Deciding,
): Decision {
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const version = opened.version + 1;
  const happened: JournalEvent = {
    id: event,
    type,
    at,
    subject: { kind: 'case', id: opened.id },
    version,
    by: { sub: by.sub, agency: by.agency },
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    to: opened.lead === by.agency ? [] : [opened.lead],
    codes: { number: String(part.number) },
  };
  return { kept: [part, { ...opened, version }], events: [happened] };
}

/** A person as far as it can be told from another: an account, or a name with a telephone. */
export interface Person {
  readonly account?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

interface Speaks extends Deciding {
  readonly speaker: Speaker;
  readonly person: Person;
  /** Whoever leads the case: the person who accepted it, and their deputy. */
  readonly workers: readonly Person[];
}

/** Whoever represents the child is independent of whoever leads its case. */
export function decideSpeaker(call: Speaks, edition: Edition): Decision {
  const { speaker, person, workers } = call;
  const { capacity } = speaker;
  if (!edition.has('capacities', capacity)) {
    throw new Refusal('unknown-code', [{ pointer: '/capacity', code: 'unknown-code' }]);
  }
  if (capacity !== 'none-yet' && person.name === undefined) {
    throw new Refusal('person-missing', [{ pointer: '/person', code: 'person-missing' }]);
  }
  if (capacity === 'procedural-representative') {
    refuseWorker(person, workers, person.account ? '/account' : '/person');
  }
  return kept(speaker, 'speaker.decided', call);
}

/** A procedural representative is none of those who lead the case. */
export function refuseWorker(person: Person, workers: readonly Person[], pointer: string): void {
  if (!workers.some((one) => isSame(one, person))) return;
  throw new Refusal('representative-is-worker', [{ pointer, code: 'representative-is-worker' }]);
}

const isSame = (one: Person, other: Person): boolean =>
  (one.account !== undefined && one.account === other.account) ||
  (one.name !== undefined &&
    other.name !== undefined &&
    nameKey(one.name) === nameKey(other.name) &&
    one.phone !== undefined &&
    other.phone !== undefined &&
    phoneKey(one.phone) === phoneKey(other.phone));

const nameKey = (name: string): string => name.toLowerCase().split(/\s+/).toSorted().join(' ');

interface Confirms extends Deciding {
  readonly contact: SafeContactPart;
  readonly household: Household;
}

/** The lead confirms a contact; nobody tied to an alleged perpetrator can be one. */
export function confirmContact(call: Confirms, edition: Edition): Decision {
  const rules = contactRules(call.contact, call.household);
  if (rules.length > 0) throw new Refusal('contact-not-safe', hindrances(rules, edition));
  return kept(call.contact, 'contact.confirmed', call);
}

/** It is no longer safe: from now on nothing goes there. Done twice, it is done once. */
export const withdrawContact = (call: Omit<Confirms, 'household'>): Decision =>
  call.contact.withdrawnAt
    ? { kept: [], events: [] }
    : kept(
        { ...call.contact, version: call.contact.version + 1, withdrawnAt: call.at },
        'contact.withdrawn',
        call,
      );

interface Notifies extends Deciding {
  readonly household: Household;
  /** The contact asked for; without one, the last that may be reached. */
  readonly contact: number | undefined;
  readonly notice: Omit<Notice, 'contact'>;
}

/** A notice is owed to a safe contact, or refused with every rule that stands against it. */
export function oweNotice(call: Notifies, edition: Edition): Decision {
  const { household, notice, at } = call;
  const reach = reachOf(household, call.contact, notice.kind, at);
  if (!reach.may) throw new Refusal(reach.refusal, hindrances(reach.rules, edition));
  return kept({ ...notice, contact: reach.contact }, 'notice.owed', call);
}

/** Whom a notice reaches: the contact asked for or, where none was named, the last that may be. */
export function reachOf(
  household: Household,
  contact: number | undefined,
  kind: Notice['kind'],
  at: string,
): Reach {
  const to = (number: number) => mayReach(household, { is: 'safe-contact', number }, kind, at);
  if (contact !== undefined) return to(contact);
  const all = household.contacts.map(({ number }) => to(number));
  return (
    all.findLast(({ may }) => may) ??
    all.findLast((reach) => !reach.may && !reach.rules.includes('contact-withdrawn')) ??
    mayReach(household, { is: 'family-member' }, kind, at)
  );
}

const words = (rule: ShieldRule, lang: Lang, edition: Edition): string =>
  edition.label('shieldRules', rule, lang);

/** What each rule says, and what can be done about it. */
const hindrances = (rules: readonly ShieldRule[], edition: Edition) =>
  rules.map((rule) => ({
    pointer: rule.startsWith('contact') ? '/contact' : '/speaker',
    code: rule,
    says: {
      label: { ka: words(rule, 'ka', edition), en: words(rule, 'en', edition) },
      instead: rule.startsWith('contact') ? ANOTHER_CONTACT : DECIDE,
    },
  }));

const ANOTHER_CONTACT = {
  ka: 'დაადასტურეთ საკონტაქტო პირი, რომელიც სავარაუდო მოძალადესთან არანაირად არ არის დაკავშირებული.',
  en: 'Confirm a contact who is in no way tied to an alleged perpetrator.',
};
const DECIDE = {
  ka: 'გადაწყვიტეთ, ვინ წარმოადგენს ბავშვს: POST /v1/cases/{id}/speakers.',
  en: 'Decide who speaks for the child: POST /v1/cases/{id}/speakers.',
};
