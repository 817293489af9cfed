import { newEventId } from '../../shared/domain/ids.ts';
import type { EventType } from '../../shared/domain/journal/event.ts';
import { textOf } from '../../shared/domain/time.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import { askAgainAt, isEchoed, proved, unanswered } from '../../shared/domain/webhook/prove.ts';
import { askEndpoint } from '../../shared/platform/ask-endpoint.ts';
import { type Journal, Overtaken } from '../../shared/store/journal.ts';
import { type Deps, named } from './deps.ts';

type Proving = Pick<
  Deps,
  'endpoints' | 'secrets' | 'guard' | 'send' | 'deliveries' | 'clock' | 'bytes'
> & {
  readonly journal: Journal;
  /** On in the local hub only: any 2xx proves an address. */
  readonly anyAnswer: boolean;
};

/**
 * Asks an address for the proof that it is the agency's, where its turn has come. The next turn is
 * written down first: whoever dies meanwhile is followed by that one, and nobody asks twice.
 */
export const prove =
  (deps: Proving) =>
  async (endpoint: WebhookEndpoint): Promise<void> => {
    const at = textOf(deps.clock());
    if (endpoint.next === undefined || endpoint.next > at) return;
    const next = askAgainAt(endpoint.proof.tries + 1, at);
    if (!(await deps.endpoints.askProof(endpoint, next))) return;
    const { token } = endpoint.proof;
    const question = { id: newEventId(deps.bytes), type: 'endpoint.challenged' } as const;
    const { answer } = await askEndpoint(deps)(endpoint, { ...question, challenge: token });
    const asked = { ...endpoint, proof: { ...endpoint.proof, tries: endpoint.proof.tries + 1 } };
    if (answer && isEchoed(answer, token, deps.anyAnswer)) return taken(deps, asked);
    if (next === undefined) await givenUp(deps, asked);
  };

/** From now on it is told of everything, beginning with what has waited. */
async function taken(deps: Proving, endpoint: WebhookEndpoint): Promise<void> {
  const after = proved(endpoint, textOf(deps.clock()));
  await kept(deps, after, { type: 'endpoint.proved' });
  await deps.deliveries.wake([named(after)]);
}

/** The owner is told once; the button proves it at any time. */
const givenUp = (deps: Proving, endpoint: WebhookEndpoint): Promise<void> =>
  kept(deps, unanswered(endpoint), { type: 'endpoint.failing', codes: { because: 'unproven' } });

interface Told {
  readonly type: Extract<EventType, `endpoint.${string}`>;
  readonly codes?: Record<string, string>;
}

/** Unless the owner has changed it meanwhile: then what was asked is no longer the question. */
async function kept(deps: Proving, after: WebhookEndpoint, told: Told): Promise<void> {
  const { journal, endpoints, bytes, clock } = deps;
  const event = endpointEvent(after, {
    ...{ id: newEventId(bytes), at: textOf(clock()), by: { sub: 'deliveries' } },
    ...told,
  });
  const first = [endpoints.changeWrite(after)];
  await journal.commit({ kept: [], events: [event] }, { first }).catch((error: unknown) => {
    if (!(error instanceof Overtaken)) throw error;
  });
}
