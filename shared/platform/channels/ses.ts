import type { SendMail } from './channels.ts';
import { type Signer, signedCall } from './signed-call.ts';

/** Mails by Amazon SES (SendEmail of version 2). */
export function sesMail(signer: Signer, url: string, FromEmailAddress: string): SendMail {
  const call = signedCall(signer, { name: 'ses', url });
  return (to, subject, text) =>
    call('POST', '/v2/email/outbound-emails', {
      FromEmailAddress,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
    });
}
