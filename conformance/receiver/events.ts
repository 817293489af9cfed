import { randomInt } from 'node:crypto';

/** One event as the hub would send it: a thin body with ids, kinds and deadlines. */
export interface Event {
  readonly id: string;
  readonly sequence: number;
  readonly subject: string;
  readonly body: string;
}

export interface Wanted {
  readonly type?: string;
  readonly subject?: string;
  /** Beside what is sent today: a later version may say more. */
  readonly more?: boolean;
  /** Written with blanks, a line's end and escaped signs: the same JSON in other bytes. */
  readonly odd?: boolean;
  /** Takes no number: what is to be refused leaves no gap. */
  readonly unnumbered?: boolean;
}

export interface Events {
  next(wanted?: Wanted): Event;
  /** What concerns the endpoint itself stands in no feed: it has no number. */
  aside(type: 'endpoint.challenged' | 'endpoint.tested', challenge?: string): Event;
  subject(): string;
  isOurs(id: string): boolean;
}

/** The signs of the hub's ids: none that look alike. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const signs = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
const LONG = 20;
const HOUR_MS = 3_600_000;

export const freshChallenge = (): string => signs(LONG * 2);
export const freshTask = (): string => `tsk_${signs(LONG)}`;

/** Events of one run; the numbers go on from a start that is later in every run. */
export function eventsFrom(start: number): Events {
  const ours = new Set<string>();
  let last = start;
  const freshId = () => {
    const id = `evt_${signs(LONG)}`;
    ours.add(id);
    return id;
  };
  return {
    subject: freshTask,
    isOurs: (id) => ours.has(id),
    next(wanted = {}) {
      const { subject = freshTask() } = wanted;
      const sequence = last + 1;
      if (!wanted.unnumbered) last = sequence;
      const id = freshId();
      return { id, sequence, subject, body: taskNews(id, sequence, subject, wanted) };
    },
    aside(type, challenge) {
      const id = freshId();
      const subject = `whe_${signs(LONG)}`;
      return { id, sequence: 0, subject, body: endpointNews(id, subject, type, challenge) };
    },
  };
}

function taskNews(id: string, sequence: number, subject: string, wanted: Wanted): string {
  const at = Date.now();
  const body = {
    type: wanted.type ?? 'task.requested',
    timestamp: new Date(at).toISOString(),
    data: {
      id,
      sequence,
      subject: { kind: 'task', id: subject },
      deadline: new Date(at + HOUR_MS).toISOString(),
      urgency: 'urgent',
      link: `/v1/tasks/${subject}`,
      ...(wanted.more && { later: { kind: 'new', list: [1, 2, 3] } }),
    },
    ...(wanted.more && { version: 2 }),
  };
  return wanted.odd ? oddly(body) : JSON.stringify(body);
}

const endpointNews = (id: string, endpoint: string, type: string, challenge?: string): string =>
  JSON.stringify({
    type,
    timestamp: new Date().toISOString(),
    data: {
      id,
      subject: { kind: 'endpoint', id: endpoint },
      ...(challenge !== undefined && { challenge }),
      link: '/v1/webhook-endpoints',
    },
  });

/** Another spelling that parses to the same: what is verified must be the bytes that came. */
const oddly = (body: object): string =>
  `${JSON.stringify(body, undefined, 3).replace('"task"', '"\\u0074ask"')}\r\n`;
