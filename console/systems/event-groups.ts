import type { EventType } from '../../shared/domain/journal/event.ts';
import { eventTypes } from '../words/events.ts';

/** Kinds of news as a reader looks for them, by the noun that their name begins with. */
const NOUNS = {
  tasks: ['task', 'urgency', 'work', 'clock', 'call'],
  referrals: ['referral', 'statement', 'question', 'feedback', 'addition', 'children', 'recall'],
  cases: ['case', 'child', 'safety', 'waiver', 'need', 'speaker', 'contact', 'notice'],
  protection: ['perpetrator', 'conflict', 'address', 'sharing', 'emergency', 'request', 'incident'],
  visits: ['interview', 'visit', 'planning', 'topic', 'preparation', 'consent', 'order', 'episode'],
  recordings: ['recording', 'aftercare', 'proceedings', 'file', 'erasure', 'hold'],
  agency: ['duty', 'absence', 'resource', 'member', 'session', 'watched'],
  systems: ['endpoint', 'delivery', 'client', 'inbound', 'feed', 'digest', 'journal', 'rotation'],
} as const;

export type EventGroup = keyof typeof NOUNS;
export const eventGroups = Object.keys(NOUNS) as EventGroup[];

/** Sent to one endpoint by itself, so nobody chooses them. */
const SENT_ONLY: readonly EventType[] = ['endpoint.challenged', 'endpoint.tested'];

export function eventsOf(group: EventGroup): readonly EventType[] {
  const nouns: readonly string[] = NOUNS[group];
  return eventTypes.filter(
    (type) => nouns.includes(type.slice(0, type.indexOf('.'))) && !SENT_ONLY.includes(type),
  );
}
