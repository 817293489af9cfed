import * as z from 'zod';
import { textOf } from '../time.ts';
import type { WebhookEndpoint } from './endpoint.ts';

/** In seconds, after each unanswered asking: at first somebody sits before it, later twice a day. */
const PAUSES: readonly number[] = [60, 300, 900, 3600, 6 * 3600, ...Array<number>(8).fill(43_200)];

/** When to ask again after so many askings; nothing when four days have gone without an answer. */
export function askAgainAt(tries: number, at: string): string | undefined {
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return undefined;
  return textOf(Date.parse(at) + pause * 1000);
}

/** What came back from the address. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

const Echo = z.object({ challenge: z.string() });

/**
 * Whether the answer shows that the address takes webhooks for the agency: 2xx with the token, as
 * `{"challenge": "…"}` or bare. A web server that says 200 to everything has proved nothing; where
 * addresses are this machine's own (`anyAnswer`), nobody else can be behind them.
 */
export function isEchoed({ status, body }: Answer, token: string, anyAnswer: boolean): boolean {
  if (status < 200 || status > 299) return false;
  return anyAnswer || body.trim() === token || echoedIn(body) === token;
}

function echoedIn(body: string): string | undefined {
  try {
    return Echo.safeParse(JSON.parse(body)).data?.challenge;
  } catch {
    return undefined;
  }
}

/** The token came back: from now on it is told of what happens, and of all that has waited. */
export function proved(endpoint: WebhookEndpoint, at: string): WebhookEndpoint {
  const { token, tries } = endpoint.proof;
  const proof = { token, tries, provedAt: at };
  return { ...endpoint, version: endpoint.version + 1, state: 'active', proof, next: at };
}

/** It was asked for days and did not answer: it stays as it is until its owner does something. */
export function unanswered({ next: _, ...endpoint }: WebhookEndpoint): WebhookEndpoint {
  return { ...endpoint, version: endpoint.version + 1 };
}
