import { CallsMessage } from '../../shared/domain/journal/call-messages.ts';
import { channelsOf } from '../../shared/platform/channels/channels.ts';
import { endpointContacts } from '../../shared/platform/endpoint-contacts.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { owedCall } from '../../shared/store/owed-call.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { waitingTasks } from '../../shared/store/waiting-tasks.ts';
import { callUnreached } from './call-unreached.ts';
import { Env } from './env.ts';
import { passNotice } from './pass-notice.ts';
import { reachDuty } from './reach-duty.ts';
import { sendCall } from './send-call.ts';
import { sendDigest } from './send-digest.ts';
import { takeMessage } from './take-message.ts';
import { warnOwner } from './warn-owner.ts';

const env = Env.parse(process.env);
const store = vaultedStoreOf(env);
const channels = channelsOf(env);
const { table } = store;
const deps = {
  ...store,
  channels,
  hubUrl: env.HUB_URL,
  endpoints: endpoints(table),
  waiting: waitingTasks(table),
  receipts: receipts(table),
};

export const handler = workerOf(
  CallsMessage,
  takeMessage({
    reachDuty: reachDuty({
      ...deps,
      owedCall: owedCall(table),
      send: sendCall(channels, env.HUB_URL),
      mails: channels.mail !== undefined,
      deskPhone: env.DUTY_DESK_PHONE,
    }),
    passNotice: passNotice({ ...store, sms: channels.sms }),
    sendDigest: sendDigest(deps),
    warnOwner: warnOwner({
      ...deps,
      contacts: endpointContacts(store.vault),
      callUnreached: callUnreached(deps),
    }),
  }),
);
