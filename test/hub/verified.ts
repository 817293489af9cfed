import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import type { Received } from './sink.ts';

/** Checks as a partner does, with the official library; what was signed, as it was sent. */
export function verified({ headers, body }: Received, secret: string): unknown {
  const seconds = Math.floor(Date.now() / 1000);
  const early = Number(headers['webhook-timestamp']) - seconds;
  // The library compares with the machine's clock; only a hub whose clock was moved is ahead of it.
  if (Math.abs(early) < 60) return new Webhook(secret).verify(body, headers);
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  expect(headers['webhook-signature']).toBe(
    new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body),
  );
  return JSON.parse(body);
}
