import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oweNotice } from '../../../shared/domain/family/decide.ts';
import {
  type Household,
  NONE_YET,
  NoticeKind,
  type Ties,
} from '../../../shared/domain/family/household.ts';
import { contactRules, mayReach, shieldOf } from '../../../shared/domain/family/shield.ts';
import { aCase, aFileId, anEventId, georgiaAt, LEAD, later, NOW, refusalOf } from '../../build.ts';

const edition = georgiaAt();
const AT = later({ hours: 10 });
const FREE: Ties = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' };
const speaker = (over: object = {}) => ({
  capacity: 'procedural-representative',
  ties: FREE,
  at: later({ hours: 2 }),
  from: later({ hours: 2 }),
  ...over,
});
const contact = (over: object = {}) => ({
  number: 1,
  ties: FREE,
  inHousehold: 'no' as const,
  at: later({ hours: 2 }),
  withdrawn: false,
  ...over,
});
const household = (over: Partial<Household> = {}): Household => ({
  perpetrators: [{ livesWithChild: 'no', namedAt: NOW }],
  speakers: [speaker()],
  contacts: [contact()],
  ...over,
});
const TO_CONTACT = { is: 'safe-contact' as const, number: 1 };

describe('the shield of a household', () => {
  it.each<[string, Partial<Household>, string[]]>([
    ['nobody decided', { speakers: [] }, ['representative-undecided']],
    ['nobody yet', { speakers: [speaker({ capacity: NONE_YET })] }, ['representative-undecided']],
    [
      'not begun',
      { speakers: [speaker({ from: later({ hours: 48 }) })] },
      ['representative-undecided'],
    ],
    ['ended', { speakers: [speaker({ to: later({ hours: 9 }) })] }, ['representative-undecided']],
    [
      'named after it',
      { perpetrators: [{ livesWithChild: 'no', namedAt: later({ hours: 3 }) }] },
      ['decided-before-naming'],
    ],
    [
      'accused, perhaps',
      { speakers: [speaker({ ties: { ...FREE, accused: 'unknown' } })] },
      ['representative-accused'],
    ],
    [
      'under one roof',
      { speakers: [speaker({ ties: { ...FREE, sharesHousehold: 'yes' } })] },
      ['representative-shares-household'],
    ],
    [
      'dependent',
      { speakers: [speaker({ ties: { ...FREE, dependsOnAccused: 'unknown' } })] },
      ['representative-depends'],
    ],
    ['free', {}, []],
  ])('with a representative who is %s', (_, over, rules) => {
    expect(shieldOf(household(over), AT)).toEqual(rules);
  });

  it('never opens the way to a member of the family itself', () => {
    for (const kind of NoticeKind.options) {
      expect(mayReach(household(), { is: 'family-member' }, kind, AT)).toEqual({
        may: false,
        refusal: 'no-safe-contact',
        rules: ['family-without-contact'],
      });
    }
  });

  it.each<[string, object, Partial<Household>, string[]]>([
    ['is withdrawn', { withdrawn: true }, {}, ['contact-withdrawn']],
    [
      'was confirmed before a naming',
      {},
      { perpetrators: [{ livesWithChild: 'no', namedAt: later({ hours: 3 }) }] },
      ['contact-before-naming'],
    ],
    [
      'lives in a shielded household',
      { inHousehold: 'unknown' },
      { speakers: [] },
      ['contact-in-shielded-household', 'representative-undecided'],
    ],
    [
      'lives with a child that lives with an alleged perpetrator',
      { inHousehold: 'yes' },
      { perpetrators: [{ livesWithChild: 'unknown', namedAt: NOW }] },
      ['contact-shares-household'],
    ],
  ])('does not let a contact be reached who %s', (_, over, of, rules) => {
    const facts = household({ contacts: [contact(over)], ...of });
    expect(mayReach(facts, TO_CONTACT, 'summons', AT)).toMatchObject({ may: false, rules });
  });

  it('lets a contact outside the household be reached while the household is shielded', () => {
    const facts = household({ speakers: [] });
    expect(mayReach(facts, TO_CONTACT, 'summons', AT)).toEqual({ may: true, contact: 1 });
  });
});

const answer = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const ties = fc.record({ accused: answer, sharesHousehold: answer, dependsOnAccused: answer });
const hours = fc.integer({ min: 0, max: 20 }).map((n) => later({ hours: n }));
const anyHousehold: fc.Arbitrary<Household> = fc.record({
  perpetrators: fc.array(fc.record({ livesWithChild: answer, namedAt: hours }), { maxLength: 3 }),
  speakers: fc.array(
    fc.record({
      capacity: fc.constantFrom('legal-representative', 'lawyer', NONE_YET),
      ties,
      at: hours,
      from: hours,
      to: fc.option(hours, { nil: undefined }),
    }),
    { maxLength: 4 },
  ),
  contacts: fc
    .array(fc.record({ ties, inHousehold: answer, at: hours, withdrawn: fc.boolean() }), {
      maxLength: 4,
    })
    .map((all) => all.map((one, i) => ({ number: i + 1, ...one }))),
});
const isSafe = ({ accused, sharesHousehold, dependsOnAccused }: Ties) =>
  [accused, sharesHousehold, dependsOnAccused].every((one) => one === 'no');

/** Written anew from the rule, not from the code that keeps it. */
function isShielded({ speakers, perpetrators }: Household, at: string): boolean {
  const current = speakers
    .filter(({ from, to }) => from <= at && !(to !== undefined && to <= at))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .at(-1);
  if (!current || current.capacity === NONE_YET || !isSafe(current.ties)) return true;
  return perpetrators.some(({ namedAt }) => namedAt > current.at);
}

describe('whatever the household and the decisions', () => {
  it('nothing is ever addressed to a shielded household, nor to anybody tied to an accused', () => {
    const requested = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(
        anyHousehold,
        requested,
        fc.constantFrom(...NoticeKind.options),
        hours,
        (facts, asked, kind, at) => {
          const call = {
            case: aCase(),
            by: { sub: 'lead', agency: LEAD },
            at,
            event: anEventId(),
            household: facts,
            contact: asked,
            notice: {
              what: 'notice' as const,
              of: { kind: 'case' as const, id: aCase().id },
              number: 1,
              version: 1,
              file: aFileId(),
              at,
              by: { sub: 'lead' },
              kind,
              language: 'ka',
              state: 'owed' as const,
            },
          };
          let decision: ReturnType<typeof oweNotice>;
          try {
            decision = oweNotice(call, edition);
          } catch {
            return;
          }
          const notice = decision.kept.find((kept) => kept.what === 'notice') as unknown as {
            contact: number;
          };
          const to = facts.contacts.find(({ number }) => number === notice.contact);
          expect(to && isSafe(to.ties) && !to.withdrawn).toBe(true);
          expect(facts.perpetrators.some(({ namedAt }) => namedAt > (to?.at ?? ''))).toBe(false);
          if (to?.inHousehold !== 'no') {
            expect(isShielded(facts, at)).toBe(false);
            expect(facts.perpetrators.every((one) => one.livesWithChild === 'no')).toBe(true);
          }
          for (const { to: told } of decision.events) expect(told).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a contact is confirmed only when nothing ties it to an accused', () => {
    fc.assert(
      fc.property(anyHousehold, ties, answer, (facts, of, inHousehold) => {
        const rules = contactRules({ ties: of, inHousehold }, facts);
        if (rules.length === 0) expect(isSafe(of)).toBe(true);
      }),
    );
  });

  it('a refusal says each rule in words, and what to do', () => {
    const [first] = refusalOf(() =>
      oweNotice(
        {
          case: aCase(),
          by: { sub: 'lead', agency: LEAD },
          at: AT,
          event: anEventId(),
          household: household({ speakers: [], contacts: [] }),
          contact: undefined,
          notice: {} as never,
        },
        georgiaAt(),
      ),
    ).hindrances as { says: { label: { ka: string }; instead: { en: string } } }[];
    expect(first?.says.label.ka).toMatch(/[ა-ჰ]/);
    expect(first?.says.instead.en).toContain('speak');
  });
});
