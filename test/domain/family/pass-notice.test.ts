import { describe, expect, it } from 'vitest';
import { writtenNotice } from '../../../shared/domain/call/text.ts';
import type { Household } from '../../../shared/domain/family/household.ts';
import type { Notice } from '../../../shared/domain/family/parts.ts';
import { noticePassed, passNotice } from '../../../shared/domain/family/pass-notice.ts';
import { NoticeMessage } from '../../../shared/domain/journal/call-messages.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import {
  aCase,
  aFileId,
  anEvent,
  anEventId,
  aReferralId,
  georgiaAt,
  LEAD,
  later,
  NOW,
} from '../../build.ts';

const AT = later({ hours: 10 });
const FREE = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
const contact = { number: 1, ties: FREE, inHousehold: 'no' as const, at: NOW, withdrawn: false };
const household = (over: Partial<Household> = {}): Household => ({
  perpetrators: [{ livesWithChild: 'no', namedAt: NOW }],
  speakers: [],
  contacts: [contact],
  ...over,
});
const opened = aCase();
const said = { person: 'ბებია', phone: '599 65 43 21' };
const notice: Notice = {
  what: 'notice',
  of: { kind: 'case', id: opened.id },
  number: 1,
  version: 1,
  file: aFileId(),
  at: NOW,
  by: { sub: 's', agency: LEAD },
  kind: 'summons',
  language: 'ka',
  contact: 1,
  state: 'owed',
};
type Owed = Parameters<typeof passNotice>[0];
const pass = (over: Partial<Owed> = {}) =>
  passNotice({ case: opened, notice, household: household(), said, at: AT, ...over });

describe('an owed notice, at the moment of sending', () => {
  it('goes to the number of the contact', () => {
    expect(pass()).toEqual({ state: 'sent', phone: '+995599654321' });
  });

  it.each<[string, Partial<Owed>, string]>([
    [
      'the contact was withdrawn',
      { household: household({ contacts: [{ ...contact, withdrawn: true }] }) },
      'contact-withdrawn',
    ],
    [
      'somebody was named since',
      { household: household({ perpetrators: [{ livesWithChild: 'no', namedAt: AT }] }) },
      'contact-before-naming',
    ],
    [
      'the household it lives in is shielded now',
      { household: household({ contacts: [{ ...contact, inHousehold: 'yes' }] }) },
      'contact-in-shielded-household',
    ],
    ['the case is closed', { case: { ...opened, status: 'closed' } }, 'case-closed'],
  ])('is withheld where %s, also from one who said never', (_, over, why) => {
    for (const words of [said, { ...said, never: 'ღამით' }]) {
      const passing = pass({ ...over, said: words });
      expect(passing).toMatchObject({ state: 'withheld' });
      expect(passing).toHaveProperty('because.0', why);
    }
  });

  it.each<[string, Owed['said'], string]>([
    ['the contact said never', { ...said, never: 'ღამით' }, 'contact-said-never'],
    ['the number is a local one', { ...said, phone: '2 41 23' }, 'contact-not-dialled'],
    ['nothing of the contact can be read', undefined, 'contact-not-dialled'],
  ])('is left to a person where %s', (_, words, why) => {
    expect(pass({ said: words })).toEqual({ state: 'by-hand', because: [why] });
  });
});

describe('what became of a notice', () => {
  it('is its second version; the lead hears of it, and nothing personal stands in the event', () => {
    const passing = pass();
    const call = { case: opened, notice, passing, at: AT, event: anEventId() };
    const { kept, events } = noticePassed(call);
    expect(kept).toMatchObject([
      { what: 'notice', version: 2, state: 'sent', sentAt: AT },
      { what: 'case', version: opened.version + 1 },
    ]);
    expect(events).toMatchObject([
      { type: 'notice.sent', to: [LEAD], subject: { id: opened.id }, codes: { number: '1' } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/599654321|599 65|summons|contact/);
  });

  it('is owed by one event to the queue of calls, with ids only', () => {
    const subject = { kind: 'case' as const, id: opened.id };
    const event = anEvent({ type: 'notice.owed', subject, to: [], codes: { number: '3' } });
    const [owed, ...more] = owedMessages(event);
    expect(more).toEqual([]);
    expect(owed).toMatchObject({ consumer: 'notice', queue: 'calls' });
    expect(NoticeMessage.parse(owed?.message)).toEqual({
      event: event.id,
      case: opened.id,
      notice: 3,
    });
    expect(owedMessages({ ...event, type: 'notice.sent' })).toEqual([]);
  });

  it('has a word for every reason and fits one text message in any language', () => {
    const edition = georgiaAt();
    for (const why of ['case-closed', 'contact-said-never', 'provider-failed'])
      expect(edition.has('shieldRules', why)).toBe(true);
    for (const language of ['ka', 'en', 'az', 'hy', 'ru', 'sgn-GE'])
      expect(writtenNotice(aReferralId(), '+995 32 200 00 01', language).length).toBeLessThan(70);
  });
});
