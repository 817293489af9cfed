import type { RefusalCode } from '../refusal-kinds.ts';
import {
  type Household,
  inForce,
  isOutdated,
  NONE_YET,
  type NoticeKind,
  type Reached,
  type Ties,
} from './household.ts';

/** Why somebody may not be reached; codes of the pack's list of shield rules. */
export type ShieldRule =
  | 'representative-undecided'
  | 'decided-before-naming'
  | 'representative-accused'
  | 'representative-shares-household'
  | 'representative-depends'
  | 'family-without-contact'
  | 'contact-withdrawn'
  | 'contact-before-naming'
  | 'contact-accused'
  | 'contact-shares-household'
  | 'contact-depends'
  | 'contact-in-shielded-household';

/** To whom something is to go: a member of the family, or a contact of the case by its number. */
export type Recipient =
  | { readonly is: 'family-member' }
  | { readonly is: 'safe-contact'; readonly number: number };

export type Reach =
  | { readonly may: true; readonly contact: number }
  | {
      readonly may: false;
      readonly refusal: Extract<RefusalCode, 'household-shielded' | 'no-safe-contact'>;
      readonly rules: readonly ShieldRule[];
    };

/**
 * Why the household is shielded; empty when it is not. As long as it is undecided who speaks for the
 * child, or that person is accused, lives with an accused or depends on one, no adult of it hears
 * anything. Unknown counts as yes, and a decision says nothing of whoever was named after it.
 */
export function shieldOf({ speakers, perpetrators }: Household, at: string): ShieldRule[] {
  const speaker = inForce(speakers, at);
  if (!speaker || speaker.capacity === NONE_YET) return ['representative-undecided'];
  if (isOutdated(speaker.at, perpetrators)) return ['decided-before-naming'];
  return tied(speaker.ties, REPRESENTATIVE);
}

type TieRules = Readonly<Record<keyof Ties, ShieldRule>>;
const REPRESENTATIVE: TieRules = {
  accused: 'representative-accused',
  sharesHousehold: 'representative-shares-household',
  dependsOnAccused: 'representative-depends',
};
const CONTACT: TieRules = {
  accused: 'contact-accused',
  sharesHousehold: 'contact-shares-household',
  dependsOnAccused: 'contact-depends',
};

const tied = (ties: Ties, rules: TieRules): ShieldRule[] =>
  (['accused', 'sharesHousehold', 'dependsOnAccused'] as const)
    .filter((tie) => ties[tie] !== 'no')
    .map((tie) => rules[tie]);

/** Why an adult cannot be confirmed as a safe contact; empty when nothing speaks against it. */
export function contactRules(
  { ties, inHousehold }: Pick<Reached, 'ties' | 'inHousehold'>,
  { perpetrators }: Pick<Household, 'perpetrators'>,
): ShieldRule[] {
  const rules = tied(ties, CONTACT);
  // Whoever lives with the child lives with an alleged perpetrator who does, whatever was said.
  const together =
    inHousehold !== 'no' && perpetrators.some(({ livesWithChild }) => livesWithChild !== 'no');
  return together && !rules.includes('contact-shares-household')
    ? [...rules, 'contact-shares-household']
    : rules;
}

/**
 * Whether something may go to somebody of the family. By default nothing may: only a safe contact
 * that the lead has confirmed is ever reached, and none that lives in a shielded household. It is the
 * same for every kind of notice; the kind is asked so that none can be sent without asking.
 */
export function mayReach(
  household: Household,
  recipient: Recipient,
  _kind: NoticeKind,
  at: string,
): Reach {
  const shield = shieldOf(household, at);
  if (recipient.is === 'family-member') {
    return shield.length > 0 ? shielded(shield) : none('family-without-contact');
  }
  const contact = household.contacts.find(({ number }) => number === recipient.number);
  if (!contact) return none('family-without-contact');
  if (contact.withdrawn) return none('contact-withdrawn');
  if (isOutdated(contact.at, household.perpetrators)) return none('contact-before-naming');
  const own = contactRules(contact, household);
  if (own.length > 0) return shielded(own);
  if (contact.inHousehold !== 'no' && shield.length > 0) {
    return shielded(['contact-in-shielded-household', ...shield]);
  }
  return { may: true, contact: contact.number };
}

const shielded = (rules: readonly ShieldRule[]): Reach => ({
  may: false,
  refusal: 'household-shielded',
  rules,
});
const none = (rule: ShieldRule): Reach => ({
  may: false,
  refusal: 'no-safe-contact',
  rules: [rule],
});
