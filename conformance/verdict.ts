import type { Came } from './wire.ts';

export type Lang = 'ka' | 'en';
export type Words = Readonly<Record<Lang, string>>;

/**
 * `not-observed`: what would show it was not given (`--taken`), so it is not passed. `not-asked`:
 * it belongs to an option that was not chosen. `not-run`: an earlier check made it pointless.
 */
export type Verdict = 'passed' | 'failed' | 'not-observed' | 'not-asked' | 'not-run';

export interface Finding {
  readonly verdict: Verdict;
  readonly came: Words;
}

/** What a report says of one check. `must` decides over the result, `should` is good advice. */
export interface Line {
  readonly id: string;
  readonly level: 'must' | 'should';
  readonly verdict: Verdict;
  readonly came: Words;
}

export const judged = (right: boolean, came: Words): Finding => ({
  verdict: right ? 'passed' : 'failed',
  came,
});

export const notObserved: Finding = {
  verdict: 'not-observed',
  came: {
    ka: 'ვერ დაინახა: --taken არ არის მითითებული',
    en: 'not seen: --taken is not given',
  },
};
export const notAsked = (option: string): Finding => ({
  verdict: 'not-asked',
  came: { ka: `${option} არ არის მითითებული`, en: `${option} is not given` },
});
export const notRun: Finding = {
  verdict: 'not-run',
  came: { ka: 'არ შესრულებულა: ჯერ ზედა შეცდომა', en: 'not run: mend what stands above first' },
};

export const notChosen: Finding = {
  verdict: 'not-run',
  came: { ka: 'არ შესრულდა: --only სხვას ირჩევს', en: 'not run: --only chose others' },
};

export const isTaken = ({ status }: Came): boolean => status >= 200 && status < 300;

/** Of these, 408, 425 and 429 ask to come again, and 410 has the hub switch the endpoint off. */
const NO_REFUSAL = [408, 410, 425, 429];
export const isRefused = ({ status }: Came): boolean =>
  status >= 400 && status < 500 && !NO_REFUSAL.includes(status);

/** The receiver is busy or waits for what came before, and wants the same again. */
export const wantsAgain = ({ status }: Came): boolean => [409, 425, 429, 503].includes(status);

/** What came, as a person reads it: status and time, or the kind of failure. Never a body. */
export function told({ status, failure, milliseconds }: Came): Words {
  const time = { ka: `${milliseconds} მწმ`, en: `${milliseconds} ms` };
  if (status > 0) return { ka: `პასუხი ${status}, ${time.ka}`, en: `answer ${status}, ${time.en}` };
  if (failure === 'timeout') {
    return { ka: `პასუხი არ მოვიდა, ${time.ka}`, en: `no answer in ${time.en}` };
  }
  return { ka: `კავშირი ჩავარდა: ${failure}`, en: `the connection failed: ${failure}` };
}

/** Several answers, each named. */
export function toldAll(answers: readonly (readonly [Words, Came])[]): Words {
  const of = (lang: Lang) =>
    answers.map(([name, came]) => `${name[lang]}: ${told(came)[lang]}`).join('; ');
  return { ka: of('ka'), en: of('en') };
}

export const joined = (...parts: readonly Words[]): Words => ({
  ka: parts.map(({ ka }) => ka).join('; '),
  en: parts.map(({ en }) => en).join('; '),
});
