import * as z from 'zod';
import {
  AgencyId,
  CaseId,
  EndpointId,
  EventId,
  InterviewId,
  ReferralId,
  ResourceId,
  TaskId,
} from '../ids.ts';
import type { EventType, Subject } from '../journal/event.ts';
import { HeadId } from '../journal-log/head.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant } from '../time.ts';
import { type Announced, announced, isSentOnly, type SentOnly } from './catalogue.ts';

type Kind = Subject['kind'];

const subject = <K extends Kind, I extends z.ZodType>(kind: K, id: I) =>
  z.strictObject({ kind: z.literal(kind), id });

const SUBJECTS = {
  referral: subject('referral', ReferralId),
  case: subject('case', CaseId),
  task: subject('task', TaskId),
  interview: subject('interview', InterviewId),
  resource: subject('resource', ResourceId),
  agency: subject('agency', AgencyId),
  endpoint: subject('endpoint', EndpointId),
  journal: subject('journal', HeadId),
} satisfies Record<Kind, z.ZodType>;

/** Paths of this hub and no other text: no address, no query, nothing that a person wrote. */
const LINKS: Readonly<Record<Kind, z.ZodType>> = {
  referral: z.union([
    z.templateLiteral(['/v1/referrals/', ReferralId]),
    z.templateLiteral(['/v1/referrals/', ReferralId, '/recalls']),
  ]),
  case: z.templateLiteral(['/v1/cases/', CaseId]),
  task: z.templateLiteral(['/v1/tasks/', TaskId]),
  interview: z.templateLiteral(['/v1/interviews/', InterviewId]),
  resource: z.templateLiteral(['/v1/resources/', ResourceId]),
  agency: z.union([
    z.templateLiteral(['/v1/agencies/', AgencyId, '/duty']),
    z.enum(['/v1/feed/position', '/v1/inbound-keys']),
  ]),
  endpoint: z.literal('/v1/webhook-endpoints'),
  journal: z.templateLiteral(['/v1/journal/heads/', HeadId]),
};

const oneOf = (schemas: readonly z.ZodType[]): z.ZodType => {
  const [first, ...others] = schemas;
  if (!first) throw new Error('an event is about something');
  return others.length === 0 ? first : z.union([first, ...others]);
};

const DUE = {
  never: {},
  deadline: { deadline: Instant.optional() },
  urgent: { deadline: Instant.optional(), urgency: Urgency.optional() },
} as const satisfies Record<Announced['due'], z.ZodRawShape>;

/** Many types say the same kind of thing: they share one schema, made when it is first asked for. */
const made = new Map<string, z.ZodObject>();

function dataOf({ about, due }: Announced): z.ZodObject {
  const name = `${about.join(' ')} ${due}`;
  const known = made.get(name);
  if (known) return known;
  const fresh = z.strictObject({
    id: EventId,
    sequence: z.int().min(1),
    subject: oneOf(about.map((kind) => SUBJECTS[kind])),
    ...DUE[due],
    link: oneOf(about.map((kind) => LINKS[kind])),
  });
  made.set(name, fresh);
  return fresh;
}

/** In no feed, so without a number there; `challenge` is what has to come back. */
const wireData = {
  'endpoint.challenged': z.strictObject({
    id: EventId,
    subject: SUBJECTS.endpoint,
    challenge: z.string().regex(/^[\w-]{16,100}$/),
    link: LINKS.endpoint,
  }),
  'endpoint.tested': z.strictObject({
    id: EventId,
    subject: SUBJECTS.endpoint,
    link: LINKS.endpoint,
  }),
} as const satisfies Record<SentOnly, z.ZodObject>;

/** All that a webhook of this type may carry, payload version 1: an allow-list to the last sign. */
export function payloadSchema(type: EventType) {
  const known = ofTypes.get(type);
  if (known) return known;
  const fresh = wholeOf(type);
  ofTypes.set(type, fresh);
  return fresh;
}

const wholeOf = (type: EventType) =>
  z.strictObject({
    type: z.literal(type),
    timestamp: Instant,
    data: isSentOnly(type) ? wireData[type] : dataOf(announced(type)),
  });

/** Making a schema takes a hundred times as long as reading a payload by it. */
const ofTypes = new Map<EventType, ReturnType<typeof wholeOf>>();

/** The shared parts with a name each, for documents that show all types. */
export function namedShapes(types: readonly EventType[]): Record<string, z.ZodObject> {
  const ofFeeds = types.filter((type) => !isSentOnly(type)).map(announced);
  const shapes = ofFeeds.map((one) => [shapeName(one), dataOf(one)] as const);
  return {
    ...Object.fromEntries(shapes),
    ChallengeNews: wireData['endpoint.challenged'],
    TestNews: wireData['endpoint.tested'],
  };
}

const DUE_NAMES = { never: '', deadline: 'Dated', urgent: 'Urgent' } as const;

/** `UrgentTaskNews`, `CaseOrReferralNews`; what can be about any piece of work is `WorkNews`. */
function shapeName({ about, due }: Announced): string {
  const kinds = about.map((kind) => kind.charAt(0).toUpperCase() + kind.slice(1));
  return `${DUE_NAMES[due]}${kinds.length > 2 ? 'Work' : kinds.join('Or')}News`;
}
