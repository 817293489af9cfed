import { type Finding, judged, type Line, notRun } from '../verdict.ts';
import { ELSEWHERE } from './cases.ts';
import type { Heard } from './mini-hub.ts';

/** All that came in one case, with what the sender was asked to send. */
export interface Played {
  readonly agency: string;
  readonly task: string;
  readonly version: number;
  readonly to: string;
  readonly heard: readonly Heard[];
}

/** Ids stand before a dot in what is signed, so they carry none. */
const ID = /^[\x21-\x2d\x2f-\x7e]{1,200}$/;
const TIMESTAMP = /^[1-9]\d{0,11}$/;
/** The window is five minutes; a sender that signs when it sends is within seconds. */
const FRESH_SECONDS = 60;
/** Tries further apart than this cannot have the same second. */
const APART_MS = 1_500;

type Judge = (all: readonly Played[]) => Finding;

/** Counts what is wrong among all requests. */
const each =
  (right: (heard: Heard, played: Played) => boolean): Judge =>
  (all) => {
    const sent = all.flatMap((played) => played.heard.map((heard) => right(heard, played)));
    return counted(sent.length, sent.filter((is) => !is).length);
  };

/** Counts what is wrong among the repetitions of one message. */
const eachAgain =
  (
    right: (before: Heard, again: Heard) => boolean,
    counts = (_a: Heard, _b: Heard) => true,
  ): Judge =>
  (all) => {
    const pairs = all.flatMap(({ heard }) =>
      heard.slice(1).flatMap((again, i) => {
        const before = heard[i];
        return before && counts(before, again) ? [right(before, again)] : [];
      }),
    );
    if (pairs.length === 0) return notRun;
    return counted(pairs.length, pairs.filter((is) => !is).length);
  };

const counted = (all: number, wrong: number): Finding =>
  judged(all > 0 && wrong === 0, {
    ka: `${all} მოთხოვნიდან ${wrong} არასწორია`,
    en: `${wrong} of ${all} requests are wrong`,
  });

const isFresh = ({ timestamp, at }: Heard): boolean =>
  TIMESTAMP.test(timestamp) && Math.abs(Number(timestamp) - at / 1000) <= FRESH_SECONDS;

function saysIt({ body }: Heard, { task, version, to }: Played): boolean {
  try {
    const { type, data } = JSON.parse(body.toString('utf8'));
    return (
      type === 'task.transition' && data.task === task && data.version === version && data.to === to
    );
  } catch {
    return false;
  }
}

const idsDiffer: Judge = (all) => {
  const firsts = all.flatMap(({ heard }) => heard[0]?.id ?? []);
  return counted(firsts.length, firsts.length - new Set(firsts).size);
};

const judges: readonly (readonly [string, Judge])[] = [
  [
    'send.place',
    each(({ method, path }, { agency }) => method === 'POST' && path === `/v1/inbound/${agency}`),
  ],
  [
    'send.content-type',
    each(({ contentType }) => /^application\/json\s*(?:;.*)?$/i.test(contentType)),
  ],
  ['send.body', each(saysIt)],
  ['send.signature', each(({ signed }) => signed)],
  ['send.timestamp', each(isFresh)],
  ['send.id', each(({ id }) => ID.test(id))],
  ['send.id-unique', idsDiffer],
  ['send.same-id', eachAgain((before, again) => before.id === again.id)],
  ['send.same-body', eachAgain((before, again) => before.body.equals(again.body))],
  [
    'send.new-timestamp',
    eachAgain(
      (before, again) => Number(again.timestamp) > Number(before.timestamp),
      (before, again) => again.at - before.at >= APART_MS,
    ),
  ],
];

/** What holds for every request, whatever the hub did; where a redirect led has a case of its own. */
export function judgeAll(all: readonly Played[]): readonly Line[] {
  const here = all.map((played) => ({
    ...played,
    heard: played.heard.filter(({ path }) => path !== ELSEWHERE),
  }));
  return judges.map(([id, judge]) => ({ id, level: 'must', ...judge(here) }));
}
