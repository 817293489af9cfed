import { randomUUID } from 'node:crypto';
import { SNSClient } from '@aws-sdk/client-sns';
import { InvitationMessage } from '../../shared/domain/journal/messages.ts';
import { sesMail } from '../../shared/platform/channels/ses.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { invitations } from '../../shared/store/invitations.ts';
import { Env } from './env.ts';
import { sendInvitations } from './send-invitations.ts';

const env = Env.parse(process.env);
const store = vaultedStoreOf(env);
// Only for its credentials and region: the call itself is signed here.
const signer = new SNSClient({}).config;

export const handler = workerOf(
  InvitationMessage,
  sendInvitations({
    ...store,
    interviews: interviews(store.table),
    invitations: invitations(store.table),
    newToken: randomUUID,
    mail: env.MAIL_FROM ? sesMail(signer, env.MAIL_URL, env.MAIL_FROM) : undefined,
    mailFrom: env.MAIL_FROM,
    hubUrl: env.HUB_URL,
  }),
);
