import type { WebhookEndpoint } from './endpoint.ts';
import { toBeProved } from './register.ts';

type Because = NonNullable<WebhookEndpoint['disabled']>['because'];

/** Switched off: nothing leaves, and what waits is put aside. It stays in the feed. */
export function disabled(endpoint: WebhookEndpoint, because: Because, at: string): WebhookEndpoint {
  const version = endpoint.version + 1;
  return { ...endpoint, version, state: 'disabled', disabled: { at, because }, next: at };
}

interface Enabling {
  readonly token: string;
  readonly at: string;
}

/**
 * Switched on again. Where it was the owner who switched it off, a proof still holds; an address that
 * had gone or did not answer for days may be somebody else's by now and is proved anew.
 */
export function enabled(endpoint: WebhookEndpoint, by: Enabling): WebhookEndpoint {
  const { disabled: off, ...rest } = endpoint;
  const on: WebhookEndpoint = { ...rest, version: endpoint.version + 1, state: 'active' };
  const holds = off?.because === 'owner' && endpoint.proof.provedAt !== undefined;
  return holds ? { ...on, next: by.at } : toBeProved(on, by);
}
