import type { LeadingForm } from './rules.ts';

/** Words alone: no case, no marks, one blank between; apostrophes in the one form the pack has. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[''ʼ`]/gu, '’')
    .replaceAll(/[^\p{L}\p{N}’]+/gu, ' ')
    .trim();

/** A question can have several sentences, and each of them can lead. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?;\n]+/u)
    .map(plain)
    .filter((sentence) => sentence !== '');

/** Whole words only: `or` is not found in `for`. */
const has = (sentence: string, phrase: string): boolean =>
  ` ${sentence} `.includes(` ${plain(phrase)} `);
const startsWith = (sentence: string, phrase: string): boolean =>
  `${sentence} `.startsWith(`${plain(phrase)} `);
const endsWith = (sentence: string, phrase: string): boolean =>
  ` ${sentence}`.endsWith(` ${plain(phrase)}`);

const shows = (sentence: string, { starts = [], contains = [], ends = [] }: LeadingForm): boolean =>
  starts.some((phrase) => startsWith(sentence, phrase)) ||
  contains.some((phrase) => has(sentence, phrase)) ||
  ends.some((phrase) => endsWith(sentence, phrase));

/**
 * Forms of leading a question may have, by the pack's list, in Georgian and English. They call for
 * a person's look and block nothing: the list knows words, not what is meant.
 */
export function leadingForms(question: string, forms: readonly LeadingForm[]): string[] {
  const sentences = sentencesOf(question);
  return forms
    .filter((form) => sentences.some((sentence) => shows(sentence, form)))
    .map(({ code }) => code);
}
