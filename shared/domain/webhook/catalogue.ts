import type { EventType, Subject } from '../journal/event.ts';

/** What a webhook of one type says: on what it hangs, and whether it can name a deadline. */
export interface Announced {
  readonly about: readonly Subject['kind'][];
  /** `deadline`: at most a deadline; `urgent`: a deadline and how urgent it is. Both can be absent. */
  readonly due: 'never' | 'deadline' | 'urgent';
}

type Noun = EventType extends `${infer N}.${string}` ? N : never;

const about = (...kinds: Announced['about']): Announced => ({ about: kinds, due: 'never' });
const urgent = (...kinds: Announced['about']): Announced => ({ about: kinds, due: 'urgent' });
const dated = (...kinds: Announced['about']): Announced => ({ about: kinds, due: 'deadline' });

/** As a rule by the noun of the event; a new one does not compile before it stands here. */
const BY_NOUN: Readonly<Record<Noun, Announced>> = {
  referral: about('referral'),
  statement: about('referral'),
  question: about('referral'),
  feedback: about('referral'),
  addition: about('referral'),
  children: about('referral'),
  file: about('referral'),
  hold: about('referral'),
  watched: about('case', 'referral'),
  erasure: about('referral'),
  proceedings: about('case'),
  rotation: about('agency'),
  case: about('case'),
  child: about('case', 'referral'),
  safety: dated('case'),
  waiver: about('case'),
  need: about('case', 'referral'),
  perpetrator: about('case'),
  speaker: about('case'),
  contact: about('case'),
  notice: about('case'),
  conflict: about('case'),
  address: about('case'),
  episode: about('case'),
  task: urgent('task'),
  urgency: urgent('task'),
  work: urgent('task'),
  clock: urgent('task', 'referral', 'case', 'interview'),
  call: about('task', 'referral', 'case', 'interview'),
  interview: dated('interview'),
  visit: about('interview'),
  planning: about('interview'),
  topic: about('interview'),
  preparation: about('interview'),
  recording: about('interview'),
  aftercare: about('interview'),
  consent: dated('interview'),
  order: dated('interview'),
  resource: about('resource'),
  duty: about('agency'),
  absence: about('agency'),
  member: about('agency'),
  session: about('agency'),
  client: about('agency'),
  feed: about('agency'),
  inbound: about('agency'),
  recall: urgent('referral'),
  emergency: dated('case', 'referral'),
  incident: dated('agency'),
  request: dated('case', 'referral'),
  endpoint: about('endpoint'),
  delivery: about('endpoint'),
  digest: about('agency'),
  journal: about('journal'),
  sharing: about('referral'),
};

/** Where one event differs from the others of its noun. */
const PARTICULAR: Readonly<Partial<Record<EventType, Announced>>> = {
  'task.redirected': about('task'),
  'recording.asked': dated('interview'),
  'duty.gap-found': urgent('agency'),
  'interview.started': about('interview'),
  'interview.rested': about('interview'),
  'interview.ended': about('interview'),
  'interview.booked': about('interview'),
  'interview.cancelled': about('interview'),
  'interview.expired': about('interview'),
  'interview.missed': about('interview'),
  'interview.frozen': about('interview'),
  'interview.resumed': about('interview'),
  'interview.further-approved': about('interview'),
};

/** What a webhook of this type says. */
export const announced = (type: EventType): Announced =>
  PARTICULAR[type] ?? BY_NOUN[type.slice(0, type.indexOf('.')) as Noun];

/**
 * Sent to one endpoint and to no feed: they belong to the wire, not to the record. Whatever comes of
 * them is journalled under a name of its own, such as `endpoint.proved`.
 */
export const SENT_ONLY = ['endpoint.challenged', 'endpoint.tested'] as const;
export type SentOnly = (typeof SENT_ONLY)[number];

export const isSentOnly = (type: EventType): type is SentOnly =>
  SENT_ONLY.some((one) => one === type);
