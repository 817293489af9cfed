import type { Bytes } from '../../shared/domain/ids.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import type { EndpointContacts } from '../../shared/platform/endpoint-contacts.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Journal } from '../../shared/store/journal.ts';

/** What every change of an endpoint is made with. */
export interface Changing {
  readonly journal: Journal;
  readonly endpoints: Endpoints;
  readonly secrets: WebhookSecrets;
  readonly contacts: EndpointContacts;
  readonly guard: AddressGuard;
  readonly deliveries: DeliveryQueue;
  readonly now: () => string;
  readonly bytes: Bytes;
}
