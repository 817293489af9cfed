import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGlass } from '../../../shared/domain/break-glass/open.ts';
import { checkNew, checkReason, stemsOf } from '../../../shared/domain/break-glass/reason.ts';
import { reviewGlass, revokeGlass } from '../../../shared/domain/break-glass/review.ts';
import { BreakGlass, isOpen } from '../../../shared/domain/break-glass/ticket.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import { policy } from '../../../shared/policy/policy.ts';
import {
  aCase,
  agency,
  anEventId,
  aReferralInProgress,
  aSealed,
  instant,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';

const edition = policy.at(instant());
const terms = edition.access.reason;
const TEXT = 'პატრული ბინის კართან დგას და უნდა ვიცოდეთ, უსაფრთხოდ იქნება თუ არა ბავშვი ამაღამ.';

describe('a reason', () => {
  it.each([
    [TEXT],
    ['The patrol stands before the flat and has to know whether the child is safe tonight.'],
    ['Ребёнка без сознания привезли в больницу, врачу нужны сведения об аллергии.'],
  ])('in plain words is one: %s', (reason) => {
    expect(() => checkReason(reason, terms)).not.toThrow();
  });

  it.each([
    [
      'too short once blanks are collapsed',
      `სასწრაფოდ${' '.repeat(40)}მჭირდება`,
      'reason-too-short',
    ],
    ['one sign', 'ა'.repeat(60), 'reason-says-nothing'],
    ['one word', 'სასწრაფოდ '.repeat(8), 'reason-says-nothing'],
    ['a few words in a circle', 'emergency urgent case '.repeat(5), 'reason-says-nothing'],
    ['keys in a row', 'qwertyuiop asdfghjkl zxcvbnm poiuytrewq', 'reason-says-nothing'],
    ['Georgian keys in a row', 'ქწერტყუიოპ ასდფგჰჯკლ ზხცვბნმ პოიუყტრეწქ', 'reason-says-nothing'],
    ['consonants', 'sdkfjh wrtpl kjhgdf mnbvcx lkjhgf dfgrt sdfwr', 'reason-says-nothing'],
    ['digits and dots', '1234567890 ..... 1234567890 ..... 12345', 'reason-says-nothing'],
  ])('is refused when it is %s', (_, reason, code) => {
    expect(refusalOf(() => checkReason(reason, terms)).code).toBe(code);
  });

  it.each([
    ['in capitals', TEXT.toUpperCase()],
    ['with other stops and numbers', TEXT.replaceAll(/[ ,.]/gu, ' - 2 - ')],
    ['with other endings', TEXT.replace('ბავშვი', 'ბავშვის').replace('ბინის', 'ბინასთან')],
    ['with one word more', `${TEXT} გთხოვთ!`],
    ['in another order', TEXT.split(' ').toReversed().join(' ')],
  ])('of before counts as the same %s', (_, again) => {
    const earlier = [{ stems: stemsOf(TEXT) }];
    expect(refusalOf(() => checkNew(stemsOf(again), earlier, terms)).code).toBe('reason-repeated');
  });

  it('about another situation is another one', () => {
    const other = 'საავადმყოფოში უგონო ბავშვი მოიყვანეს, ექიმი ალერგიების სიას ითხოვს.';
    const earlier = [{ stems: stemsOf(TEXT) }];
    expect(() => checkNew(stemsOf(other), earlier, terms)).not.toThrow();
  });

  it('made of one sign or one word is never one, however long', () => {
    const repeated = fc
      .tuple(
        fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
        fc.integer({ min: 3, max: 60 }),
      )
      .map(([word, times]) => `${word} `.repeat(times));
    fc.assert(
      fc.property(repeated, (reason) => {
        expect(() => checkReason(reason, terms)).toThrow();
      }),
    );
  });
});

const record = aCase();
const referral = aReferralInProgress({ id: record.referral, case: record.id });
const ZURA = { sub: 'zura', agency: agency('police-tbilisi') };
const opening = {
  ...{ record, referral, earlier: [], by: ZURA, sealed: aSealed(), at: NOW },
  ...{ event: anEventId(), national: NATIONAL },
};
const opened = openGlass(opening, edition);
const ticket = BreakGlass.parse(opened.kept.find(({ what }) => what === 'break-glass'));
const clock = opened.kept.find((one) => one.what === 'clock');
const looking = { record, referral, ticket, at: later({ minutes: 5 }), event: anEventId() };

describe('an emergency look', () => {
  it('lasts an hour at most, and the lead is told by feed and telephone in the same decision', () => {
    expect(isOpen(ticket, NOW)).toBe(true);
    expect(isOpen(ticket, later({ minutes: 59, seconds: 59 }))).toBe(true);
    expect(isOpen(ticket, later({ minutes: 60 }))).toBe(false);
    const [event] = opened.events;
    if (!event) throw new Error('nobody is told');
    expect(event).toMatchObject({ to: [record.lead, NATIONAL], version: record.version + 1 });
    const queues = owedMessages(event).map(({ queue }) => queue);
    expect(queues.toSorted()).toEqual(['calls', 'feed', 'feed']);
    expect(opened.kept).toContainEqual({ ...record, version: record.version + 1 });
    expect(JSON.stringify(opened.events)).not.toContain('note');
  });

  it('without a lead calls the national desk', () => {
    const { lead: _, ...rest } = referral;
    const submitted = { ...rest, status: 'submitted' as const };
    const alone = { ...opening, record: submitted as never, referral: submitted as never };
    expect(openGlass(alone, edition).events[0]).toMatchObject({
      to: [NATIONAL],
      call: { agency: NATIONAL, role: 'national-duty', by: 'sms' },
    });
  });

  it('is one at a time for one person; another person has another one', () => {
    const again = () => openGlass({ ...opening, earlier: [ticket] }, edition);
    expect(refusalOf(again).code).toBe('ticket-still-open');
    const other = { ...opening, earlier: [ticket], by: { ...ZURA, sub: 'other' } };
    expect(openGlass(other, edition).kept).toContainEqual(expect.objectContaining({ number: 2 }));
  });

  it('stands in the list of oversight, with a clock, until it is reviewed', () => {
    expect(ticket).toMatchObject({ watched: 'break-glass', deadline: clock?.dueAt });
    expect(clock).toMatchObject({ name: 'break-glass-review-1', holder: NATIONAL });
  });

  it('revoked opens nothing from that instant on, and is reviewed all the same', () => {
    const by = { sub: 'ketevan', agency: LEAD };
    const after = BreakGlass.parse(
      revokeGlass({ ...looking, by }).kept.find(({ what }) => what === 'break-glass'),
    );
    expect(isOpen(after, looking.at)).toBe(false);
    expect(after.watched).toBe('break-glass');
    expect(refusalOf(() => revokeGlass({ ...looking, ticket: after, by })).code).toBe(
      'ticket-ended',
    );
  });

  const reviewing = {
    ...looking,
    ...{ sealed: aSealed(), clocks: clock?.what === 'clock' ? [clock] : [], national: NATIONAL },
    finding: 'justified' as const,
  };

  it.each([
    ['oneself', ZURA, false],
    ['oneself, at the oversight body', ZURA, true],
    ['a colleague', { sub: 'colleague', agency: ZURA.agency }, false],
  ])('is not reviewed by %s', (_, by, oversight) => {
    const review = () => reviewGlass({ ...reviewing, by, oversight });
    expect(refusalOf(review).code).toBe('second-person-needed');
  });

  it('reviewed leaves the list and ends its clock; not justified, the supervisor is told as well', () => {
    const by = { sub: 'elene', agency: NATIONAL };
    const { kept, events } = reviewGlass({
      ...{ ...reviewing, by, oversight: true },
      finding: 'not-justified',
    });
    const after = kept.find(({ what }) => what === 'break-glass');
    expect(after).not.toHaveProperty('watched');
    expect(kept).toContainEqual(expect.objectContaining({ what: 'clock', endedAt: looking.at }));
    expect(events).toMatchObject([
      {
        type: 'emergency.not-justified',
        to: [ZURA.agency, NATIONAL],
        call: { agency: ZURA.agency, role: 'supervisor' },
      },
    ]);
    const reviewed = BreakGlass.parse(after);
    const again = () => reviewGlass({ ...reviewing, by, oversight: true, ticket: reviewed });
    expect(refusalOf(again).code).toBe('already-reviewed');
    expect(POLICE).not.toBe(ZURA.agency);
  });
});
