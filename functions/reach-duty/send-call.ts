import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CallResult, CallWay } from '../../shared/domain/call/call.ts';
import { callSubject, mailedCall, spokenCall, writtenCall } from '../../shared/domain/call/text.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Channels } from '../../shared/platform/channels/channels.ts';
import { metrics } from '../../shared/platform/metrics.ts';

interface Sending {
  readonly by: CallWay;
  readonly phone: string;
  readonly mail?: string | undefined;
  readonly referral: ReferralId;
  readonly callBack: string;
}

/**
 * Sends a call the way it was asked for, or by text message where this deployment has no such way
 * or the person no such address. Throws when the provider did not take it.
 */
export const sendCall =
  (channels: Channels, hubUrl: string) =>
  async ({ by, phone, mail, referral, callBack }: Sending): Promise<CallResult> => {
    if (by === 'call' && channels.call) {
      await channels.call(phone, spokenCall(referral, callBack));
      return 'sent';
    }
    if (by === 'mail' && channels.mail && mail) {
      await channels.mail(mail, callSubject(referral), mailedCall(referral, callBack, hubUrl));
      return 'sent';
    }
    await channels.sms(phone, writtenCall(referral, callBack, hubUrl));
    if (by === 'sms') return 'sent';
    if (by === 'call') metrics.singleMetric().addMetric('CallsNotSpoken', MetricUnit.Count, 1);
    return 'sent-by-sms';
  };
export type SendCall = ReturnType<typeof sendCall>;
