import type { EventId } from '../ids.ts';
import type { EndpointMessage } from '../journal/call-messages.ts';
import type { Decision } from '../journal/decision.ts';
import type { WebhookEndpoint } from '../webhook/endpoint.ts';
import type { EndpointNews } from './endpoint-text.ts';

/** News of an endpoint that fails, by what it is by now. */
const NEWS_OF = { active: 'failing', unproven: 'unproven', disabled: undefined } as const;

/**
 * What the owner of an endpoint is to hear of it, by another way than the one that fails. Nothing
 * where the owner switched it off, or where later news says more.
 */
export function newsOf(
  { news }: Pick<EndpointMessage, 'news'>,
  { state, disabled }: Pick<WebhookEndpoint, 'state' | 'disabled'>,
): EndpointNews | undefined {
  if (news === 'failing') return NEWS_OF[state];
  if (!disabled || disabled.because === 'owner') return undefined;
  return disabled.because === 'gone' ? 'gone' : 'switched-off';
}

interface Warned {
  readonly id: EventId;
  readonly at: string;
  readonly owed: EndpointMessage;
  readonly news: EndpointNews;
  /** `contact-mail`, `duty-sms`: whom of the owner's, and how; never a name or an address. */
  readonly told: readonly string[];
}

/** That the owner was told, for the record. */
export const ownerWarned = ({ id, at, owed, news, told }: Warned): Decision => ({
  kept: [],
  events: [
    {
      ...{ id, at, type: 'endpoint.warned', version: 1, to: [] },
      subject: { kind: 'endpoint', id: owed.endpoint },
      by: { sub: 'calls' },
      codes: { agency: owed.agency, news, told: told.join(' ') },
    },
  ],
});
