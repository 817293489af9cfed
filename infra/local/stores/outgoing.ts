import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Answer, json, ServiceError, xml } from './answers.ts';

const OutgoingMessage = z.object({
  id: z.string(),
  at: z.string(),
  /** How it would have gone out. */
  by: z.enum(['mail', 'sms', 'call']),
  to: z.array(z.string()),
  from: z.string().optional(),
  subject: z.string().optional(),
  text: z.string(),
  /** The calendar file of a mail. */
  calendar: z.string().optional(),
});
/** A mail, a text message or a call that would have left the house. */
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;

const Data = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).min(1) }),
  Content: z.object({
    Simple: z.object({
      Subject: Data,
      Body: z.object({ Text: Data.optional(), Html: Data.optional() }),
      Attachments: z.array(z.object({ FileName: z.string(), RawContent: z.base64() })).optional(),
    }),
  }),
});
const E164 = z.string().regex(/^\+[1-9]\d{7,14}$/);
const Publish = z.object({ PhoneNumber: E164, Message: z.string() });
const StartCall = z.object({
  InstanceId: z.string().min(1),
  ContactFlowId: z.string().min(1),
  SourcePhoneNumber: E164,
  DestinationPhoneNumber: E164,
  Attributes: z.object({ text: z.string() }),
});

/**
 * Mails (SES), text messages (SNS) and calls (Amazon Connect) kept as JSON lines in the data folder,
 * never sent.
 */
export function localOutgoing(dataDir: string, clock: () => number) {
  const mailbox = join(dataDir, 'mailbox.jsonl');
  const phonebox = join(dataDir, 'phonebox.jsonl');

  const keep = async (box: string, message: Omit<OutgoingMessage, 'id' | 'at'>) => {
    const kept = { id: randomUUID(), at: new Date(clock()).toISOString(), ...message };
    await appendFile(box, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
    return kept.id;
  };
  return {
    sendEmail: async (input: unknown): Promise<Answer> => {
      const mail = read(SendEmail, input, 'BadRequestException');
      const { Subject, Body, Attachments } = mail.Content.Simple;
      const [file] = Attachments ?? [];
      const MessageId = await keep(mailbox, {
        by: 'mail',
        to: mail.Destination.ToAddresses,
        from: mail.FromEmailAddress,
        subject: Subject.Data,
        text: (Body.Text ?? Body.Html)?.Data ?? '',
        ...(file && { calendar: Buffer.from(file.RawContent, 'base64').toString() }),
      });
      return json({ MessageId });
    },
    publish: async (input: unknown): Promise<Answer> => {
      const { PhoneNumber, Message } = read(Publish, input, 'InvalidParameter');
      const id = await keep(phonebox, { by: 'sms', to: [PhoneNumber], text: Message });
      return xml('Publish', `<MessageId>${id}</MessageId>`);
    },
    startCall: async (input: unknown): Promise<Answer> => {
      const call = read(StartCall, input, 'InvalidRequestException');
      const ContactId = await keep(phonebox, {
        by: 'call',
        to: [call.DestinationPhoneNumber],
        from: call.SourcePhoneNumber,
        text: call.Attributes.text,
      });
      return json({ ContactId });
    },
    mailbox: () => messagesOf(mailbox),
    phonebox: () => messagesOf(phonebox),
  };
}

function read<S extends z.ZodType>(schema: S, input: unknown, code: string): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ServiceError(code, z.prettifyError(parsed.error));
  return parsed.data;
}

async function messagesOf(box: string): Promise<OutgoingMessage[]> {
  const lines = await readFile(box, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => OutgoingMessage.parse(JSON.parse(line)));
}
