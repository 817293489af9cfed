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
  readonly challenge?: string;
  /** Beside what is sent today: a later version may say more. */
  readonly more?: boolean;
  /** Written with blanks, a line's end and escaped signs: the same JSON in other bytes. */
  readonly odd?: boolean;
  /** Takes no number: what is to be refused leaves no gap. */
  readonly unnumbered?: boolean;
}

export interface Events {
  next(wanted?: Wanted): Event;
  subject(): string;
  isOurs(id: string): boolean;
}

/** The signs of the hub's ids: none that look alike. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const signs = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
const LONG = 20;

export const freshChallenge = (): string => signs(LONG * 2);

/** Events of one run; the numbers go on from a start that is later in every run. */
export function eventsFrom(start: number): Events {
  const ours = new Set<string>();
  let last = start;
  const subject = () => `tsk_${signs(LONG)}`;
  return {
    subject,
    isOurs: (id) => ours.has(id),
    next(wanted = {}) {
      const id = `evt_${signs(LONG)}`;
      ours.add(id);
      const sequence = last + 1;
      if (!wanted.unnumbered) last = sequence;
      const about = wanted.subject ?? subject();
      return { id, sequence, subject: about, body: bodyOf(id, sequence, about, wanted) };
    },
  };
}

const HOUR_MS = 3_600_000;

function bodyOf(id: string, sequence: number, subject: string, wanted: Wanted): string {
  const at = new Date();
  const body = {
    type: wanted.type ?? 'task.requested',
    timestamp: at.toISOString(),
    data: {
      id,
      sequence,
      subject: { kind: 'task', id: subject },
      ...(wanted.challenge === undefined
        ? { deadline: new Date(at.getTime() + HOUR_MS).toISOString(), urgency: 'urgent' }
        : { challenge: wanted.challenge }),
      link: `/v1/tasks/${subject}`,
      ...(wanted.more && { later: { kind: 'new', list: [1, 2, 3] } }),
    },
    ...(wanted.more && { version: 2 }),
  };
  return wanted.odd ? oddly(body) : JSON.stringify(body);
}

/** Another spelling that parses to the same: what is verified must be the bytes that came. */
const oddly = (body: object): string =>
  `${JSON.stringify(body, undefined, 3).replace('"task"', '"\\u0074ask"')}\r\n`;
