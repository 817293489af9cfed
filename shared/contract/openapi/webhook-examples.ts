import type { EventType } from '../../domain/journal/event.ts';
import { announced, isSentOnly } from '../../domain/webhook/catalogue.ts';
import { payloadOf, wirePayload } from '../../domain/webhook/payload.ts';

const IDS = {
  referral: 'ref_7k3m92qd',
  case: 'cas_5w9hkd3nrc7xpj8q2mzt',
  task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
  interview: 'int_7xpj8q2mzt5w9hkd3nrc',
  resource: 'res_9tgc3yh4n8qwe7zr2mfk',
  agency: 'agency-imereti',
  endpoint: 'whe_3nrc7xpj8q2mzt5w9hkd',
  journal: 'jhd_50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccac',
} as const;
const EVENT = 'evt_8q2mzt5w9hkd3nrc7xpj';
const AT = '2026-11-24T09:05:00.000Z';
const TOKEN = 'c8Zt5w9HkD3nRc7XpJ8q2M';

/** A payload as it is sent, made by the code that sends it; whom it is about is invented. */
export function exampleOf(type: EventType): object {
  if (isSentOnly(type)) {
    const token = type === 'endpoint.challenged' && { challenge: TOKEN };
    return wirePayload({ type, id: EVENT, endpoint: IDS.endpoint, at: AT, ...token });
  }
  const [kind = 'task'] = announced(type).about;
  return payloadOf({
    event: EVENT,
    sequence: 118,
    type,
    subject: { kind, id: IDS[kind] },
    at: AT,
    deadline: '2026-11-24T10:05:00.000Z',
    urgency: 'urgent',
  });
}
