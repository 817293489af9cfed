import type { RingUp } from './channels.ts';
import { type Signer, signedCall } from './signed-call.ts';

interface Voice {
  readonly url: string;
  readonly instance: string;
  /** The flow that plays the recorded greeting and reads the attribute `text` aloud, twice. */
  readonly flow: string;
  readonly number: string;
}

/**
 * Calls by Amazon Connect (StartOutboundVoiceContact). It answers as soon as it has begun to dial:
 * that nobody picked up it does not say.
 */
export function connectVoice(signer: Signer, { url, instance, flow, number }: Voice): RingUp {
  const call = signedCall(signer, { name: 'connect', url });
  return (DestinationPhoneNumber, text) =>
    call('PUT', '/contact/outbound-voice', {
      InstanceId: instance,
      ContactFlowId: flow,
      SourcePhoneNumber: number,
      DestinationPhoneNumber,
      Attributes: { text },
    });
}
