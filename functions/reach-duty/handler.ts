import { CallMessage } from '../../shared/domain/journal/messages.ts';
import { channelsOf } from '../../shared/platform/channels/channels.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { Env } from './env.ts';
import { reachDuty } from './reach-duty.ts';
import { sendCall } from './send-call.ts';

const env = Env.parse(process.env);

export const handler = workerOf(
  CallMessage,
  reachDuty({
    ...vaultedStoreOf(env),
    send: sendCall(channelsOf(env)),
    deskPhone: env.DUTY_DESK_PHONE,
  }),
);
