import type { Bytes } from '../../shared/domain/ids.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { DeliveryMessage, DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Sender } from '../../shared/platform/webhook-sender.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Exclusions } from '../../shared/store/exclusions.ts';
import type { Feeds } from '../../shared/store/feed.ts';
import type { Healths } from '../../shared/store/health.ts';
import type { Lanes } from '../../shared/store/lanes.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import type { RunningClocks } from '../../shared/store/running-clocks.ts';
import type { Served } from '../../shared/store/served.ts';

/** How often something happened that somebody should look at. */
export type Counted =
  | 'EndpointsOpened'
  | 'EndpointsDisabled'
  | 'WebhooksGivenUp'
  | 'WebhooksParked';

export interface Deps {
  readonly feeds: Pick<Feeds, 'entry'>;
  readonly endpoints: Endpoints;
  readonly lanes: Lanes;
  readonly served: Served;
  readonly healths: Healths;
  readonly receipts: Pick<Receipts, 'delivered'>;
  readonly exclusions: Exclusions;
  readonly running: RunningClocks;
  readonly secrets: Pick<WebhookSecrets, 'open' | 'sealExcerpt'>;
  readonly guard: AddressGuard;
  readonly send: Sender['send'];
  readonly deliveries: DeliveryQueue;
  readonly count: (what: Counted, howMany: number) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly newToken: () => string;
  readonly bytes: Bytes;
}

/** One endpoint that is being told, and until when this invocation goes on with it. */
export interface Telling {
  readonly endpoint: WebhookEndpoint;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Which endpoint a message, a lane or its health is of. */
export type Named = Pick<DeliveryMessage, 'agency' | 'endpoint'>;

export const named = ({ agency, id }: Pick<WebhookEndpoint, 'agency' | 'id'>): Named => ({
  agency,
  endpoint: id,
});
