import type { EventId } from '../domain/ids.ts';
import { signingAt, type WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { PAYLOAD_HEADER, wirePayload } from '../domain/webhook/payload.ts';
import type { AddressGuard } from './address-guard.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';
import type { Answered, Sender } from './webhook-sender.ts';
import { signedHeaders } from './webhook-signing.ts';

interface Deps {
  readonly secrets: Pick<WebhookSecrets, 'open'>;
  readonly guard: AddressGuard;
  readonly send: Sender['send'];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** What is sent to one endpoint and stands in no feed. */
interface Question {
  readonly id: EventId;
  readonly type: 'endpoint.challenged' | 'endpoint.tested';
  readonly challenge?: string;
}

/** What came of it: an answer, or the code of why there was none. */
export interface Asked {
  readonly id: EventId;
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer?: Answered;
  readonly error?: string;
  readonly milliseconds: number;
}

/** Sends a signed challenge or test to the address as it is now, checked at this moment. */
export const askEndpoint =
  ({ secrets, guard, send, clock }: Deps) =>
  async (endpoint: WebhookEndpoint, { id, type, challenge }: Question): Promise<Asked> => {
    const from = clock();
    const at = new Date(from).toISOString();
    const said = { type, id, endpoint: endpoint.id, at, ...(challenge && { challenge }) };
    const body = JSON.stringify(wirePayload(said));
    const keys = await Promise.all(
      signingAt(endpoint, at).map(async (key) => ({
        secret: await secrets.open(endpoint, key.secret),
      })),
    );
    const headers = {
      ...signedHeaders(keys, id, from, body),
      [PAYLOAD_HEADER]: String(endpoint.payload),
    };
    const sent = { id, at, headers };
    try {
      const checked = await guard(endpoint.url);
      const answer = await send({ url: endpoint.url, checked, headers, body });
      return { ...sent, answer, milliseconds: answer.milliseconds };
    } catch (error) {
      return { ...sent, error: codeOf(error), milliseconds: clock() - from };
    }
  };

/** The code only: others' words may name a person. A refusal of the guard says why in its first line. */
const codeOf = (error: unknown): string => {
  const { code, hindrances } = error as { code?: unknown; hindrances?: { code: string }[] };
  return String(hindrances?.[0]?.code ?? code ?? 'failed').slice(0, 60);
};
