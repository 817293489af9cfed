import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';

/** An endpoint as its owner sees it: never the secret. */
export const endpointView = ({ id, url, events, createdAt }: WebhookEndpoint) => ({
  id,
  url,
  events,
  createdAt,
  links: {
    self: `/v1/webhook-endpoints/${id}`,
    deliveries: `/v1/webhook-endpoints/${id}/deliveries`,
  },
});
