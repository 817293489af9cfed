import { type Clock, nextMoment } from '../domain/clock/state.ts';
import { isUnanswered } from '../domain/clock/unanswered.ts';
import type { AgencyId } from '../domain/ids.ts';
import { isActive } from '../domain/interview/active.ts';
import type { Interview } from '../domain/interview/interview.ts';
import type { Decision, Kept } from '../domain/journal/decision.ts';
import type { JournalEvent } from '../domain/journal/event.ts';
import { owedMessages } from '../domain/journal/messages.ts';
import type { Part } from '../domain/part.ts';
import { isOfRecall } from '../domain/recall/clock.ts';
import { hasEnded, parentOf, type Task } from '../domain/task/task.ts';
import { clockItem } from './clock-item.ts';
import {
  awaitedKey,
  bookingById,
  bookingKey,
  caseKey,
  childRoutingKey,
  clockKey,
  dueAt,
  eventKey,
  feedbackKey,
  interviewKey,
  linkKey,
  listKey,
  outboxKey,
  partitionOf,
  partKey,
  recallsAt,
  referralKey,
  resourceKey,
  resourcesOf,
  routingKey,
  taskKey,
  unansweredAt,
  watchedAt,
  workKey,
} from './keys.ts';
import { visitKey } from './visit-keys.ts';
import {
  type Item,
  type Key,
  putAlways,
  putIfAbsent,
  putOver,
  remove,
  type Write,
  type WriteName,
} from './write.ts';

/** A message not yet received this long after it was owed is sent again. */
const RESEND_AFTER_MS = 60_000;

/** A first version must be new; a later one replaces exactly the one before it. */
const versioned = (what: WriteName, item: Item & Key, version: number): Write =>
  version === 1 ? putIfAbsent(what, item) : putOver(what, item, version - 1);

/** All writes of one decision: states, list entries, links, events and what each event owes. */
export function writesOf({ kept, events }: Decision): Write[] {
  const submitted = events.filter(({ type }) => type === 'referral.submitted');
  const owed = new Set(submitted.map(({ subject }) => subject.id));
  return [...kept.flatMap((one) => writesOfKept(one, owed)), ...events.flatMap(writesOfEvent)];
}

/**
 * The message that is to route a new referral stands in the due index until it has been routed, and
 * then its clock ends: where the message is late, the clock is found by it (due.ts). Accepting is
 * what the hub does most, and each entry in an index is a write.
 */
const isFoundByMessage = ({ name, version, subject }: Clock, owed: ReadonlySet<string>): boolean =>
  name === 'routing' && version === 1 && owed.has(subject.id);

function writesOfKept(kept: Kept, owed: ReadonlySet<string>): Write[] {
  switch (kept.what) {
    case 'referral': {
      const own = { gsi1pk: `REFERRER#${kept.agency}`, gsi1sk: `${kept.submittedAt}#${kept.id}` };
      return [versioned('state', { ...referralKey(kept.id), ...kept, ...own }, kept.version)];
    }
    case 'case': {
      const state = versioned('state', { ...caseKey(kept.id), ...kept }, kept.version);
      return kept.version === 1
        ? [state, link(`CASE#${kept.id}`, 'referral', kept.referral)]
        : [state];
    }
    case 'task':
      return writesOfTask(kept);
    case 'clock': {
      const next = isFoundByMessage(kept, owed) ? undefined : nextMoment(kept);
      const due = next && dueAt(next, `${kept.subject.id}#${kept.name}`);
      const list = listOfClock(kept);
      const item = { ...clockKey(kept.subject, kept.name), ...clockItem(kept), ...due, ...list };
      return [versioned('clock', item, kept.version)];
    }
    case 'routing':
      return [
        putIfAbsent('routing', {
          ...(kept.child
            ? childRoutingKey(kept.referral, kept.child)
            : routingKey(kept.referral, kept.revision)),
          ...kept,
        }),
      ];
    case 'feedback': {
      const item = { ...feedbackKey(kept.referral, kept.number), ...kept };
      return [versioned('feedback', item, kept.version)];
    }
    case 'interview': {
      const item = { ...interviewKey(kept.id), ...kept };
      const state = versioned('interview', item, kept.version);
      // Children of one family are found by the visit of the first.
      const family = kept.siblings
        ? [link(`INTERVIEW#${kept.siblings.group}`, 'sibling', kept.id)]
        : [];
      const lists = agenciesOf(kept).flatMap((agency) => visitOf(agency, kept));
      if (kept.version > 1) return [state, ...family, ...lists];
      return [state, ...family, ...lists, link(`CASE#${kept.case}`, 'interview', kept.id)];
    }
    case 'booking': {
      const due = kept.next && dueAt(kept.next, kept.id);
      const byId = { gsi1pk: bookingById(kept.id), gsi1sk: kept.interview };
      const item = { ...bookingKey(kept.interview, kept.id), ...kept, ...due, ...byId };
      return [versioned('booking', item, kept.version)];
    }
    case 'resource': {
      const own = { gsi1pk: resourcesOf(kept.agency), gsi1sk: kept.id };
      return [versioned('resource', { ...resourceKey(kept.id), ...kept, ...own }, kept.version)];
    }
    default: {
      const { watched, deadline, at, of, number } = kept;
      const list = watched && watchedAt(watched, deadline ?? at, `${of.id}#${number}`);
      const due = kept.next && dueAt(kept.next, `${of.id}#${kept.what}#${number}`);
      const part = versioned('part', { ...partKey(kept), ...kept, ...list, ...due }, kept.version);
      return [part, ...awaitedOf(kept)];
    }
  }
}

/** Children nobody has answered for, or what an agency still has to say of a recall. */
function listOfClock(clock: Clock) {
  const id = `${clock.subject.id}#${clock.name}`;
  if (isUnanswered(clock)) return unansweredAt(clock.dueAt, id);
  const awaited = isOfRecall(clock) && !clock.endedAt;
  return awaited ? recallsAt(clock.holder, clock.dueAt, id) : undefined;
}

/** Whoever made a recall waits until the last recipient has answered. */
function awaitedOf({ what, version, watched, deadline, of, number, by }: Part): Write[] {
  if (what !== 'recall' || !by.agency || !deadline) return [];
  const key = awaitedKey(of.id, number);
  if (version > 1) return watched ? [] : [remove('link', key)];
  const list = recallsAt(by.agency, deadline, `${of.id}#${number}`);
  return [putAlways('link', { ...key, ...list, what: 'awaited-recall', of, number })];
}

const link = (parent: string, kind: string, id: string): Write => {
  const key = linkKey(parent, kind, id);
  return putAlways('link', { ...key, what: 'link', kind, id });
};

const agenciesOf = ({ requestedBy, site, roles }: Interview): AgencyId[] => [
  ...new Set([requestedBy, site.agency, ...roles.map(({ agency }) => agency)]),
];

/** A visit stands in the list of each agency with a part in it; who may see it is asked when it is read. */
function visitOf(agency: AgencyId, visit: Interview): Write[] {
  const put = (state: 'open' | 'ended') =>
    putAlways('link', { ...visitKey(agency, state, visit), what: 'visit', interview: visit.id });
  if (isActive(visit)) return [put('open')];
  return [remove('link', visitKey(agency, 'open', visit)), put('ended')];
}

/** A task stands in the list of its agency, nearest deadline first: the item itself, by its index. */
function writesOfTask(task: Task): Write[] {
  const { id, agency, deadline } = task;
  const list = listKey(agency, hasEnded(task) ? 'ended' : 'open', deadline, id);
  const item = { ...taskKey(id), ...task, gsi1pk: list.pk, gsi1sk: list.sk };
  const state = versioned('state', item, task.version);
  if (task.version > 1) return [state, ...workOf(task)];
  return [state, link(partitionOf(parentOf(task)), 'task', id)];
}

/** Whoever has a task is found by it; what has ended, or waits in a queue, is nobody's. */
function workOf(task: Task): Write[] {
  if (!task.worker) return [];
  const key = workKey(task.worker, task.id);
  if (hasEnded(task)) return [remove('work', key)];
  return [putAlways('work', { ...key, what: 'work', task: task.id })];
}

function writesOfEvent(event: JournalEvent): Write[] {
  const key = eventKey(event);
  const resendAt = new Date(Date.parse(event.at) + RESEND_AFTER_MS).toISOString();
  const owed = owedMessages(event).map(({ consumer, queue, message }) =>
    putIfAbsent('outbox', {
      ...outboxKey(event.id, consumer),
      ...dueAt(resendAt, `${event.id}#${consumer}`),
      what: 'outbox',
      event: event.id,
      consumer,
      queue,
      message,
      owedSince: event.at,
    }),
  );
  // Of whoever decided only who it was, however much the caller knows of them.
  const { sub, agency, through } = event.by;
  const by = { sub, agency, through };
  return [putIfAbsent('event', { ...key, what: 'event', ...event, by }), ...owed];
}
