import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { connectVoice } from './connect.ts';
import { sesMail } from './ses.ts';
import { snsText } from './sns.ts';

/** Sends a text message to a number in E.164 form. Throws when the provider did not take it. */
export type SendText = (to: string, text: string) => Promise<void>;
/** Rings a number and reads the text to whoever answers. */
export type RingUp = (to: string, text: string) => Promise<void>;
export type SendMail = (
  to: string,
  subject: string,
  text: string,
  calendar?: CalendarAttachment,
) => Promise<void>;

/** A change of a calendar entry, as an attachment that calendars take up by themselves. */
export interface CalendarAttachment {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly file: string;
}

/**
 * The ways that reach a person who looks at no screen. A text message can always be sent; a way that
 * this deployment has not been given is absent, and the caller says so.
 */
export interface Channels {
  readonly sms: SendText;
  readonly call?: RingUp;
  readonly mail?: SendMail;
}

/** What a deployment was given for them; empty where it was not. */
export const ChannelsEnv = z.object({
  /** The name a text message comes from; countries where it must be registered refuse another. */
  SMS_SENDER: z.string().max(11),
  VOICE_URL: z.url(),
  VOICE_INSTANCE_ID: z.string(),
  VOICE_FLOW_ID: z.string(),
  /** The hub's own number, in E.164 form: what the person called sees. */
  VOICE_NUMBER: z.string(),
  MAIL_URL: z.url(),
  MAIL_FROM: z.string(),
});

/** The channels of a deployment: SNS, Amazon Connect and SES. */
export function channelsOf(env: z.infer<typeof ChannelsEnv>): Channels {
  const client = new SNSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 8000 },
  });
  const signer = client.config;
  const { VOICE_URL: url, VOICE_INSTANCE_ID: instance, VOICE_FLOW_ID: flow } = env;
  const voice = { url, instance, flow, number: env.VOICE_NUMBER };
  const { MAIL_URL, MAIL_FROM } = env;
  return {
    sms: snsText(client, env.SMS_SENDER),
    ...(Object.values(voice).every(Boolean) && { call: connectVoice(signer, voice) }),
    ...(MAIL_FROM && { mail: sesMail(signer, MAIL_URL, MAIL_FROM) }),
  };
}
