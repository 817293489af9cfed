import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { CheckedAddress } from '../../shared/platform/address-guard.ts';

export interface Posted {
  readonly status: number;
  /** Seconds the receiver asked to be left alone, from `Retry-After`; 0 where it did not. */
  readonly retryAfter: number;
}

/** Longest wait for an answer. */
const TIMEOUT_MS = 15_000;
/** A receiver cannot make the hub wait longer than a day. */
const RETRY_AFTER_MOST = 86_400;

const seconds = (header: string | undefined): number =>
  header && /^\d{1,6}$/.test(header) ? Math.min(Number(header), RETRY_AFTER_MOST) : 0;

/** POSTs to the checked address and no other; redirects are not followed, the answer's body is not read. */
export const post = (
  url: string,
  { address, family }: CheckedAddress,
  headers: Record<string, string>,
  body: string,
): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    const call = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      lookup: (_host, options, answer) =>
        options.all ? answer(null, [{ address, family }]) : answer(null, address, family),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      resolve({
        status: response.statusCode ?? 0,
        retryAfter: seconds(response.headers['retry-after']),
      });
      response.destroy();
    });
    call.end(body);
  });
