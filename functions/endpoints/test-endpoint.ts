import type { testEndpoint as contract } from '../../shared/contract/endpoint-trials.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { outcomeOf } from '../../shared/domain/webhook/outcome-words.ts';
import type { askEndpoint } from '../../shared/platform/ask-endpoint.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { notTooOften, sentView } from './send-now.ts';

type Deps = Pick<Changing, 'endpoints' | 'now' | 'bytes'> & {
  readonly ask: ReturnType<typeof askEndpoint>;
};

/** Sends a signed test, whatever state the endpoint is in, and says what its system answered. */
export const testEndpoint =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    await notTooOften(deps, endpoint);
    const question = { id: newEventId(deps.bytes), type: 'endpoint.tested' } as const;
    const asked = await deps.ask(endpoint, question);
    const status = asked.answer?.status;
    const arrived = status !== undefined && status >= 200 && status < 300;
    const outcome = arrived ? undefined : outcomeOf({ status, error: asked.error });
    return { status: 200, body: sentView(asked, outcome, lang) };
  };
