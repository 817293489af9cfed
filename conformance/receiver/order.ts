import { isTaken, judged, toldAll, type Words, wantsAgain } from '../verdict.ts';
import type { Came } from '../wire.ts';
import type { Bench } from './bench.ts';
import { type Check, take } from './check.ts';
import type { Event } from './events.ts';
import { seen, timesIn } from './repeats.ts';
import type { Taken } from './taken.ts';

const listed = (list: readonly Taken[], subjects: readonly string[]): Words => {
  const text = subjects.map((subject) => numbersOf(list, subject).join(' → ') || '–').join('; ');
  return { ka: `მიღების რიგი: ${text}`, en: `acted upon in this order: ${text}` };
};
const numbersOf = (list: readonly Taken[], subject: string): number[] =>
  list.filter((entry) => entry.subject === subject).map(({ sequence }) => sequence);
const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));

type Three = [Event, Event, Event];

async function swapped(bench: Bench) {
  const subject = bench.events.subject();
  const [first, second, third] = [1, 2, 3].map(() => bench.events.next({ subject })) as Three;
  const answers: [Words, Came][] = [];
  const say = async (event: Event) => {
    const place = `${event.sequence}`;
    const came = await bench.send(event);
    answers.push([{ ka: place, en: place }, came]);
    return came;
  };
  await say(first);
  const early = await say(third);
  await say(second);
  // A receiver may ask for it again while it waits for what came before.
  if (wantsAgain(early)) await say(third);
  return { subject, first, third, answers };
}

/** The hub sends in order for each subject; a replay, or two roads, may bring it otherwise. */
export const order: readonly Check[] = [
  {
    id: 'order.interleaved',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const subjects = [bench.events.subject(), bench.events.subject()];
      const sent = [0, 1, 0, 1, 1, 0].map((i) => bench.events.next({ subject: subjects[i] ?? '' }));
      for (const event of sent) await take(bench, event);
      const list = await bench.taken((all) => sent.every((event) => timesIn(all, event) > 0));
      const right =
        sent.every((event) => timesIn(list, event) === 1) &&
        subjects.every((subject) => rises(numbersOf(list, subject)));
      return judged(right, listed(list, subjects));
    },
  },
  {
    id: 'order.swapped-answered',
    level: 'must',
    run: async (bench) => {
      const { answers } = await swapped(bench);
      const right = answers.every(([, came], i) => isTaken(came) || (i === 1 && wantsAgain(came)));
      return judged(right, toldAll(answers));
    },
  },
  {
    id: 'order.swapped',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const { subject, first, third } = await swapped(bench);
      const marker = bench.events.next();
      await take(bench, marker);
      const wanted = [first, third, marker];
      const list = await bench.taken((all) => wanted.every((event) => timesIn(all, event) > 0));
      const numbers = numbersOf(list, subject);
      const right = rises(numbers) && numbers.at(-1) === third.sequence;
      return judged(right, listed(list, [subject]));
    },
  },
];

/** Looked at when everything has been sent. */
export const kept: readonly Check[] = [
  {
    id: 'taken.nothing-lost',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const { good } = bench;
      const list = await bench.taken((all) => missing(all, good) === 0);
      const lost = missing(list, good);
      return judged(lost === 0, {
        ka: `გაიგზავნა ${good.length}, სიაში აკლია ${lost}`,
        en: `${good.length} sent, ${lost} missing in the list`,
      });
    },
  },
  {
    id: 'taken.nothing-forged',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const list = await bench.taken(() => true);
      const forged = bench.bad.filter((event) => timesIn(list, event) > 0).length;
      return judged(forged === 0, {
        ka: `სიაში დგას ${forged}, რომლებიც უნდა უარეყოთ`,
        en: `${forged} in the list that had to be refused`,
      });
    },
  },
];

function missing(list: readonly Taken[], good: readonly Event[]): number {
  const ids = new Set(list.map(({ id }) => id));
  return good.filter(({ id }) => !ids.has(id)).length;
}
