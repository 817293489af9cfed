import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectVoice } from '../../shared/platform/channels/connect.ts';
import { sesMail } from '../../shared/platform/channels/ses.ts';
import type { Signer } from '../../shared/platform/channels/signed-call.ts';

interface Taken {
  readonly line: string;
  readonly authorization: string;
  readonly body: unknown;
}
const taken: Taken[] = [];
let status = 200;
const provider = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  taken.push({
    line: `${request.method} ${request.url}`,
    authorization: request.headers.authorization ?? '',
    body: JSON.parse(Buffer.concat(chunks).toString()),
  });
  response.writeHead(status).end('{"message":"+995555000001 is unknown"}');
});
beforeAll(async () => {
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
});
afterAll(() => void provider.close());

const url = () => `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
const signer: Signer = new SNSClient({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'KEY', secretAccessKey: 'SECRET', sessionToken: 'TOKEN' },
}).config;
const ring = () =>
  connectVoice(signer, { url: url(), instance: 'i', flow: 'f', number: '+995320000000' });

describe('a call', () => {
  it('is started in the flow that reads the text aloud, signed for the service', async () => {
    await ring()('+995555000001', 'E R 7');
    expect(taken.at(-1)).toMatchObject({
      line: 'PUT /contact/outbound-voice',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/eu-central-1\/connect\/aws4_request, SignedHeaders=.*host.*x-amz-security-token/,
      ),
      body: {
        InstanceId: 'i',
        ContactFlowId: 'f',
        SourcePhoneNumber: '+995320000000',
        DestinationPhoneNumber: '+995555000001',
        Attributes: { text: 'E R 7' },
      },
    });
  });

  it('that the provider does not take is a failure, which repeats no number', async () => {
    status = 400;
    const failure = await ring()('+995555000001', 'E R 7').catch((error: Error) => error.message);
    expect(failure).toBe('connect answered 400');
    status = 200;
  });
});

describe('a mail', () => {
  it('goes from the one address, signed for the service', async () => {
    await sesMail(signer, url(), 'hub@example.ge')('desk@example.ge', 'ER-1', 'ER-1');
    expect(taken.at(-1)).toMatchObject({
      line: 'POST /v2/email/outbound-emails',
      authorization: expect.stringContaining('/eu-central-1/ses/aws4_request'),
      body: {
        FromEmailAddress: 'hub@example.ge',
        Destination: { ToAddresses: ['desk@example.ge'] },
        Content: { Simple: { Subject: { Data: 'ER-1' }, Body: { Text: { Data: 'ER-1' } } } },
      },
    });
  });
});
