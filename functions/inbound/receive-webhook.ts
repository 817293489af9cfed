import type { receiveWebhook as contract } from '../../shared/contract/inbound.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { submitReferral } from '../referrals/submit-referral.ts';
import { transitionTask } from '../tasks/transition-task.ts';

/**
 * Hands what a partner's system sent to the use case it would have called itself: the same access,
 * clocks, journal and answer, for there is no other way in.
 */
export function receiveWebhook(deps: VaultedStore): UseCase<typeof contract> {
  const submit = submitReferral(deps);
  const transition = transitionTask(deps);
  return async ({ body, ...call }) => {
    if (body.type === 'referral.submit') {
      return submit({ ...call, path: {}, query: {}, body: body.data });
    }
    const { task, version, ...step } = body.data;
    return transition({
      ...call,
      path: { taskId: task },
      query: {},
      body: step,
      expected: version,
    });
  };
}
