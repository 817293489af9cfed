import type { IncomingHttpHeaders } from 'node:http';
import { Pool } from 'undici';
import type { Answer } from './answers.ts';

export interface Upstream {
  /** Sends a call on as it came and returns the answer whole. */
  pass(headers: IncomingHttpHeaders, body: Buffer): Promise<Answer>;
  stop(): Promise<void>;
}

/** They speak of one connection, not of the message. */
const HOP_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
]);

/**
 * Connections kept open to a server behind the gateway. With `accessKeyId` calls go on in that name:
 * the server may keep tables apart by it.
 */
export function upstream(url: string, accessKeyId?: string): Upstream {
  // A long poll is silent for up to 20 s: no limit on waiting for the answer here.
  const pool = new Pool(url, { connections: 256, headersTimeout: 0, bodyTimeout: 0 });
  return {
    async pass(headers, body) {
      const answer = await pool.request({
        path: '/',
        method: 'POST',
        headers: inTheNameOf(accessKeyId, withoutHops(headers)),
        body,
      });
      const whole = await answer.body.bytes();
      return { status: answer.statusCode, headers: withoutHops(answer.headers), body: whole };
    },
    stop: () => pool.destroy(),
  };
}

const inTheNameOf = (accessKeyId: string | undefined, headers: IncomingHttpHeaders) => {
  const { authorization } = headers;
  if (accessKeyId === undefined || authorization === undefined) return headers;
  const named = authorization.replace(/Credential=[^/]*/, `Credential=${accessKeyId}`);
  return { ...headers, authorization: named };
};

const withoutHops = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string | string[]] =>
        header[1] !== undefined && !HOP_HEADERS.has(header[0]),
    ),
  );
