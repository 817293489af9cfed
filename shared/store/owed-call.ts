import { CALL_CONSUMER, type CallMessage, MAIL_CONSUMER } from '../domain/journal/call-messages.ts';
import { SHUT_BY, type Shut, shutOf } from './exclusions.ts';
import { anyEndpointKey, clockKey, outboxKey, referralKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Key } from './write.ts';

/** What decides at this moment whether a call is made. */
export interface OwedCall {
  /** Whether its effect is still to come; a second delivery finds it done. */
  readonly owed: boolean;
  /** What it is about has been received, decided or done meanwhile: nobody need be woken. */
  readonly answered: boolean;
  /** Who is shut out of the referral. */
  readonly shut: Shut | undefined;
  /** The agency has, or once had, an endpoint: which of them work is worth a look. */
  readonly mayHaveEndpoint: boolean;
}

/** Which outbox item a message stands for. */
export const consumerOf = ({ beside }: Pick<CallMessage, 'beside'>): string =>
  beside ? MAIL_CONSUMER : CALL_CONSUMER;

/** Looks at all of it in one read, strongly consistent, for every urgent task comes past here. */
export const owedCall =
  (table: Pick<Table, 'getAll'>) =>
  async (message: CallMessage): Promise<OwedCall> => {
    const { event, agency, subject, clock, referral } = message;
    const keys = {
      owed: outboxKey(event, consumerOf(message)),
      endpoint: anyEndpointKey(agency),
      clock: clockKey(subject, clock),
      referral: referralKey(referral),
    };
    const found = await table.getAll(Object.values(keys), [...SHUT_BY, 'endedAt']);
    const at = ({ pk, sk }: Key) => found.find((item) => item.pk === pk && item.sk === sk);
    const own = at(keys.referral);
    return {
      owed: at(keys.owed) !== undefined,
      answered: at(keys.clock)?.endedAt !== undefined,
      shut: own && shutOf(own),
      mayHaveEndpoint: at(keys.endpoint) !== undefined,
    };
  };
