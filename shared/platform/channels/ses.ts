import { Buffer } from 'node:buffer';
import type { CalendarAttachment, SendMail } from './channels.ts';
import { type Signer, signedCall } from './signed-call.ts';

/** Mails by Amazon SES (SendEmail of version 2). */
export function sesMail(signer: Signer, url: string, FromEmailAddress: string): SendMail {
  const call = signedCall(signer, { name: 'ses', url });
  return (to, subject, text, calendar) => {
    const Simple = {
      Subject: { Data: subject },
      Body: { Text: { Data: text } },
      ...(calendar && { Attachments: [attached(calendar)] }),
    };
    return call('POST', '/v2/email/outbound-emails', {
      FromEmailAddress,
      Destination: { ToAddresses: [to] },
      Content: { Simple },
    });
  };
}

/** The method stands in the type as well: by it a mail program knows that it is an invitation. */
const attached = ({ method, file }: CalendarAttachment) => ({
  FileName: 'invite.ics',
  ContentType: `text/calendar; method=${method}; charset=utf-8`,
  ContentTransferEncoding: 'BASE64',
  RawContent: Buffer.from(file).toString('base64'),
});
