import { describe, expect, it } from 'vitest';
import { announcement } from '../../../shared/domain/call/announcement.ts';
import { callMade } from '../../../shared/domain/call/call-made.ts';
import type { CallMessage } from '../../../shared/domain/journal/call-messages.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import { writesOf } from '../../../shared/store/commit.ts';
import {
  aClock,
  anEvent,
  anEventId,
  aReferralId,
  later,
  NATIONAL,
  NOW,
  POLICE,
} from '../../build.ts';

const owedCall = (over: object = {}): CallMessage => {
  const call = { agency: POLICE, role: 'holder-duty', by: 'sms' } as const;
  const event = anEvent({ to: [], referral: aReferralId(), clock: 'received', call, ...over });
  return owedMessages(event)[0]?.message as CallMessage;
};
const made = (over: Partial<Parameters<typeof callMade>[0]> = {}) =>
  callMade({
    owed: owedCall(),
    id: anEventId(),
    at: later({ minutes: 1 }),
    result: 'sent',
    as: 'duty',
    gap: false,
    national: NATIONAL,
    ...over,
  });
const calledNext = (over: Parameters<typeof made>[0]) => made(over).events[0]?.call;

describe('a call that was made', () => {
  it('says who as what was called how, with which result; nothing else changes', () => {
    const { kept, events } = made();
    expect(kept).toEqual([]);
    expect(events).toMatchObject([
      {
        type: 'call.made',
        to: [],
        clock: 'received',
        codes: { agency: POLICE, role: 'holder-duty', way: 'sms', result: 'sent', called: 'duty' },
      },
    ]);
    expect(events[0]).not.toHaveProperty('call');
  });

  it('calls the national duty officer at once where nobody is on duty, whoever else was reached', () => {
    const national = { agency: NATIONAL, role: 'national-duty', by: 'sms' };
    expect(calledNext({ gap: true, as: 'head' })).toEqual(national);
    expect(calledNext({ gap: true, as: undefined, result: 'nobody-on-duty' })).toEqual(national);
  });

  it('calls the national duty officer where the provider gave up', () => {
    expect(calledNext({ result: 'given-up' })).toMatchObject({ agency: NATIONAL });
  });

  it('of the national desk itself calls nobody further, for ever', () => {
    const call = { agency: NATIONAL, role: 'national-duty', by: 'call' } as const;
    expect(calledNext({ owed: owedCall({ call }), gap: true })).toBeUndefined();
  });

  it('about a referral itself names no agency: its referrer may be hidden', () => {
    const owed = owedCall({ subject: { kind: 'referral', id: aReferralId() } });
    expect(made({ owed }).events[0]?.codes).not.toHaveProperty('agency');
  });

  it('has a place of its own in the journal, beside every clock and every other call', () => {
    const owed = owedCall();
    const events = [made({ owed }), made({ owed })].flatMap((decision) => writesOf(decision));
    const clock = anEvent({ subject: owed.subject, clock: 'received', version: 1, to: [] });
    const task = anEvent({ subject: owed.subject, version: 1, to: [] });
    const all = [...events, ...writesOf({ kept: [], events: [clock, task] })];
    expect(new Set(all.map(({ key }) => `${key.pk} ${key.sk}`)).size).toBe(4);
  });
});

describe('a new task', () => {
  it('is announced to the duty person where its clocks want it so', () => {
    const urgent = aClock('received', { urgency: 'urgent', startedAt: NOW });
    expect(announcement(POLICE, [aClock('act'), urgent])).toEqual({
      call: { agency: POLICE, role: 'holder-duty', by: 'sms' },
    });
    expect(announcement(POLICE, [aClock('received', { urgency: 'high' })])).toEqual({});
  });
});
