import { describe, expect, it } from 'vitest';
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

  it('carries ids, kind, deadline and urgency: nobody who decided, no code, no pack', () => {
    const event = anEvent({ by: { sub: 'Secret', agency: LEAD }, codes: { reason: 'Secret' } });
    expect(Object.keys(owedMessages(event)[0]?.message ?? {})).toEqual([
      'event',
      'agency',
      'type',
      'subject',
      'at',
      'deadline',
      'urgency',
    ]);
    expect(JSON.stringify(owedMessages(event))).not.toContain('Secret');
  });

  it('is the same each time it is asked: the outbox, the relay and a re-send agree', () => {
    const event = anEvent({ to: [POLICE, LEAD] });
    expect(owedMessages(structuredClone(event))).toEqual(owedMessages(event));
  });
});
