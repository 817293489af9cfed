import { CallsMessage } from '../../shared/domain/journal/messages.ts';
import { channelsOf } from '../../shared/platform/channels/channels.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { owedCall } from '../../shared/store/owed-call.ts';
import { Env } from './env.ts';
import { passNotice } from './pass-notice.ts';
import { reachDuty } from './reach-duty.ts';
import { sendCall } from './send-call.ts';
import { takeMessage } from './take-message.ts';

const env = Env.parse(process.env);
const store = vaultedStoreOf(env);
const channels = channelsOf(env);

export const handler = workerOf(
  CallsMessage,
  takeMessage({
    reachDuty: reachDuty({
      ...store,
      owedCall: owedCall(store.table),
      send: sendCall(channels),
      deskPhone: env.DUTY_DESK_PHONE,
    }),
    passNotice: passNotice({ ...store, sms: channels.sms }),
  }),
);
