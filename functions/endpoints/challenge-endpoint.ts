import type { challengeEndpoint as contract } from '../../shared/contract/endpoint-trials.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Outcome, outcomeOf } from '../../shared/domain/webhook/outcome-words.ts';
import { isEchoed, proved } from '../../shared/domain/webhook/prove.ts';
import type { Asked, askEndpoint } from '../../shared/platform/ask-endpoint.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { keepChange } from './keep-change.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { notTooOften, sentView } from './send-now.ts';

type Deps = Changing & {
  readonly ask: ReturnType<typeof askEndpoint>;
  /** On in the local hub only: any 2xx proves an address. */
  readonly anyAnswer: boolean;
};

/** Asks for the proof now, and not when its turn comes; one that is proved already stays so. */
export const challengeEndpoint =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    if (endpoint.state === 'disabled') throw new Refusal('endpoint-disabled');
    await notTooOften(deps, endpoint);
    const { token } = endpoint.proof;
    const question = { id: newEventId(deps.bytes), type: 'endpoint.challenged' } as const;
    const asked = await deps.ask(endpoint, { ...question, challenge: token });
    const answer = asked.answer;
    const echoed = answer !== undefined && isEchoed(answer, token, deps.anyAnswer);
    const at = deps.now();
    const proves = echoed && endpoint.state === 'unproven';
    const after = proves ? proved(endpoint, at) : endpoint;
    if (proves) await keepChange(deps, after, { type: 'endpoint.proved', by: principal, at });
    const sent = sentView(asked, echoed ? undefined : whyNot(asked), lang);
    const view = await endpointView(deps, after);
    return { status: 200, body: { ...view, sent }, version: after.version };
  };

function whyNot({ answer, error }: Asked): Outcome {
  const { status = 0 } = answer ?? {};
  const arrived = status >= 200 && status < 300;
  return arrived ? 'not-echoed' : outcomeOf({ status: answer?.status, error });
}
