import { describe, expect, it } from 'vitest';
import { CallMessage } from '../../../shared/domain/journal/call-messages.ts';
import {
  FeedMessage,
  owedMessages,
  RoutingMessage,
} from '../../../shared/domain/journal/messages.ts';
import { anEvent, aReferralId, LEAD, NOW, POLICE } from '../../build.ts';

describe('what an event owes', () => {
  it('is one feed message to each agency it names', () => {
    const event = anEvent({ to: [POLICE, LEAD], deadline: NOW, urgency: 'urgent' });
    const owed = owedMessages(event);
    expect(owed.map(({ consumer, queue }) => [consumer, queue])).toEqual([
      [`feed#${POLICE}`, 'feed'],
      [`feed#${LEAD}`, 'feed'],
    ]);
    for (const { message } of owed) expect(FeedMessage.parse(message)).toEqual(message);
  });

  it('is nothing where it names nobody', () => {
    expect(owedMessages(anEvent({ to: [] }))).toEqual([]);
  });

  it('of a submitted referral is its routing', () => {
    const id = aReferralId();
    const event = anEvent({
      type: 'referral.submitted',
      subject: { kind: 'referral', id },
      to: [],
    });
    expect(owedMessages(event)).toEqual([
      { consumer: 'routing', queue: 'routing', message: { event: event.id, referral: id } },
    ]);
    expect(RoutingMessage.parse(owedMessages(event)[0]?.message)).toBeDefined();
  });

  it('that calls a person is one message more, with ids and codes only', () => {
    const call = { agency: POLICE, role: 'holder-duty', by: 'call' } as const;
    const event = anEvent({ to: [POLICE], referral: aReferralId(), clock: 'decide', call });
    const [, owed, ...more] = owedMessages(event);
    expect(owed).toEqual({
      consumer: 'call',
      queue: 'calls',
      message: {
        event: event.id,
        ...call,
        subject: event.subject,
        referral: event.referral,
        clock: 'decide',
        at: NOW,
      },
    });
    expect(more).toEqual([]);
    expect(CallMessage.parse(owed?.message)).toEqual(owed?.message);
  });

  it('that announces a task calls on account of its receipt', () => {
    const call = { agency: POLICE, role: 'holder-duty', by: 'sms' } as const;
    const [owed] = owedMessages(anEvent({ to: [], referral: aReferralId(), call }));
    expect(owed?.message).toMatchObject({ clock: 'received' });
  });

  it('that calls a person without a receipt number to name is a fault, not silence', () => {
    const call = { agency: POLICE, role: 'holder-duty', by: 'sms' } as const;
    expect(() => owedMessages(anEvent({ call }))).toThrow('names no referral');
  });

  it('carries ids, kind, deadline and urgency: nobody who decided, no code, no pack', () => {
    const referral = aReferralId();
    const event = anEvent({
      referral,
      by: { sub: 'Secret', agency: LEAD },
      codes: { reason: 'Secret' },
    });
    expect(Object.keys(owedMessages(event)[0]?.message ?? {})).toEqual([
      'event',
      'agency',
      'type',
      'subject',
      'at',
      'deadline',
      'urgency',
      'referral',
    ]);
    expect(owedMessages(event)[0]?.message).toMatchObject({ referral });
    expect(JSON.stringify(owedMessages(event))).not.toContain('Secret');
  });

  it('is the same each time it is asked: the outbox, the relay and a re-send agree', () => {
    const event = anEvent({ to: [POLICE, LEAD] });
    expect(owedMessages(structuredClone(event))).toEqual(owedMessages(event));
  });
});
