import type { Temporal } from 'temporal-polyfill';
import type { Lang } from '../../shared/domain/labels.ts';
import type { HubClock } from './hub-clock.ts';

/** A sentence in both languages; further lines stand below it. */
export interface Said {
  readonly ka: string;
  readonly en: string;
}

/** What is told of a step, made from its result. Its own name is the name of the step. */
export type Line<T> = (result: T) => Said;

/** A step that was not as it should be, named. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';

  constructor(step: string, who: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`step “${step}” (${who}): ${why}`, { cause });
  }
}

/** Tells the story while it is played. */
export interface Tale {
  chapter(title: Said): void;
  /** Plays a step and tells it: when it was, who did it, what came of it. */
  step<T>(who: string, line: Line<T>, play: () => Promise<T>): Promise<T>;
}

interface TaleOptions {
  readonly lang: Lang;
  readonly clock: Pick<HubClock, 'now'>;
  /** An agency's name in the language of the tale; what is no agency is the hub. */
  readonly nameOf: (agency: string) => string;
  readonly write: (line: string) => void;
}

const ZONE = 'Asia/Tbilisi';

export const localFormat = (lang: Lang, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(lang === 'ka' ? 'ka-GE' : 'en-GB', { timeZone: ZONE, ...options });

export function taleOf({ lang, clock, nameOf, write }: TaleOptions): Tale {
  const day = localFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const time = localFormat(lang, { hour: '2-digit', minute: '2-digit' });
  let today = '';

  function tell(at: Temporal.Instant, who: string, said: Said): void {
    const date = day.format(at.epochMilliseconds);
    if (date !== today) write(`\n  ${date}`);
    today = date;
    const [first = '', ...below] = said[lang].split('\n');
    write(`  ${time.format(at.epochMilliseconds)}  ${nameOf(who)}: ${first}`);
    for (const line of below) write(`           ${line}`);
  }

  return {
    chapter(title) {
      today = '';
      write(`\n${title[lang]}`);
    },
    async step(who, line, play) {
      try {
        const result = await play();
        tell(await clock.now(), who, line(result));
        return result;
      } catch (error) {
        throw error instanceof StepFailed ? error : new StepFailed(spelled(line.name), who, error);
      }
    },
  };
}

/** `schoolRefers` as words. */
const spelled = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
