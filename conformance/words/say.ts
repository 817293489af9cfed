import type { Lang, Words } from '../verdict.ts';
import frame from './frame.json' with { type: 'json' };
import receiver from './receiver.json' with { type: 'json' };
import sender from './sender.json' with { type: 'json' };

/** What a person reads of one check, whatever came of it. */
export interface CheckWords {
  readonly name: Words;
  readonly sent: Words;
  readonly expected: Words;
  readonly why: Words;
  readonly mend: Words;
}

const checks: Readonly<Record<string, CheckWords>> = { ...receiver, ...sender };

/** The words of a check; each check has some. */
export function wordsOf(id: string): CheckWords {
  const words = checks[id];
  if (!words) throw new TypeError(`no words for ${id}`);
  return words;
}

type Frame = keyof typeof frame;
/** A word of table and report. */
export const say = (word: Frame, lang: Lang): string => frame[word][lang];
