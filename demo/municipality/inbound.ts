import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Temporal } from 'temporal-polyfill';
import type { Client } from '../../shared/contract/client.ts';
import { createInboundKey } from '../../shared/contract/inbound.ts';
import { kept } from '../stage/answers.ts';

const AGENCY = 'municipality-zestaponi';

/** Gives the municipality's system a key of its own for what it sends to the hub. */
export async function signsFor(hub: string, call: Client['call']) {
  const made = kept(createInboundKey, await call(createInboundKey, { body: { scheme: 'v1' } }));
  const webhook = new Webhook(made.secret ?? '');
  return (body: string, at: Temporal.Instant) => {
    const id = `msg_${randomUUID()}`;
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1000)),
      'webhook-signature': webhook.sign(id, new Date(at.epochMilliseconds), body),
    };
    /** As it was signed, or with another body under the same signature. */
    const post = async (sent = body): Promise<{ readonly status: number }> => {
      const url = `${hub}/v1/inbound/${AGENCY}`;
      const { status, body: rest } = await fetch(url, { method: 'POST', headers, body: sent });
      await rest?.cancel();
      return { status };
    };
    return { post };
  };
}
