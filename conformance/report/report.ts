import type { Line } from '../verdict.ts';
import { type CheckWords, wordsOf } from '../words/say.ts';

/** `unseen`: nothing failed, but not all that is required could be seen. */
export type Result = 'conforms' | 'unseen' | 'fails';

export interface ReportLine extends Line, CheckWords {}

export interface Report {
  readonly kit: string;
  readonly at: string;
  readonly receiver?: { readonly origin: string; readonly result: Result };
  readonly sender?: { readonly agency: string; readonly result: Result };
  readonly schemes: readonly string[];
  /** Names of the options that widen what is seen. */
  readonly options: readonly string[];
  readonly result: Result;
  readonly receiverChecks: readonly ReportLine[];
  readonly senderChecks: readonly ReportLine[];
}

export interface Findings {
  readonly kit: string;
  readonly at: string;
  readonly origin?: string | undefined;
  readonly agency?: string | undefined;
  readonly schemes: readonly string[];
  readonly options: readonly string[];
  readonly receiver: readonly Line[];
  readonly sender: readonly Line[];
}

/** What the required checks come to. What was not asked for does not count. */
export function resultOf(lines: readonly Line[]): Result {
  const verdicts = lines.filter(({ level }) => level === 'must').map(({ verdict }) => verdict);
  if (verdicts.includes('failed')) return 'fails';
  return verdicts.some((one) => one === 'not-observed' || one === 'not-run')
    ? 'unseen'
    : 'conforms';
}

const withWords = (lines: readonly Line[]): ReportLine[] =>
  lines.map((line) => ({ ...wordsOf(line.id), ...line }));

/** The report to hand in: no path, no query, no key, nothing of what the receiver answered. */
export function reportOf({ origin, agency, receiver, sender, ...about }: Findings): Report {
  return {
    ...about,
    ...(origin !== undefined && { receiver: { origin, result: resultOf(receiver) } }),
    ...(agency !== undefined && { sender: { agency, result: resultOf(sender) } }),
    result: resultOf([...receiver, ...sender]),
    receiverChecks: withWords(receiver),
    senderChecks: withWords(sender),
  };
}

/** Strikes every secret out of a text, in whatever it may have got by accident. */
export const struck = (text: string, secrets: readonly string[]): string =>
  secrets
    .flatMap((secret) => [secret, secret.replace(/^wh[a-z]+_/, '')])
    .reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
