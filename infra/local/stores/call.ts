import type { IncomingMessage } from 'node:http';
import type { Call } from './faults.ts';

/** The request's body, whole. By hand, since `stream/consumers` takes the long way of a Blob. */
export const bodyOf = (request: IncomingMessage) =>
  new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });

/**
 * What a signed request asks for. Names the service as IAM does, from the scope of the signature:
 * `Credential=KEY/20260301/eu-central-1/dynamodb/aws4_request`.
 */
export function readCall(
  request: IncomingMessage,
  body: Buffer,
): { call: Omit<Call, 'functionName'>; accessKeyId: string } {
  const scope = /Credential=([^/,]+)\/[^/]*\/[^/]*\/([^/,]+)/.exec(
    request.headers.authorization ?? '',
  );
  const [, accessKeyId = '', service = 'unknown'] = scope ?? [];
  return { accessKeyId, call: { service, ...operationOf(request, service, body) } };
}

function operationOf(request: IncomingMessage, service: string, body: Buffer) {
  if (service === 'sns') {
    const form = Object.fromEntries(new URLSearchParams(body.toString()));
    return { operation: form.Action ?? '', input: form };
  }
  if (service === 'ses') {
    const isSend = request.method === 'POST' && request.url === '/v2/email/outbound-emails';
    return {
      operation: isSend ? 'SendEmail' : `${request.method} ${request.url}`,
      input: parse(body),
    };
  }
  if (service === 'connect') {
    const isCall = request.method === 'PUT' && request.url === '/contact/outbound-voice';
    return {
      operation: isCall ? 'StartOutboundVoiceContact' : `${request.method} ${request.url}`,
      input: parse(body),
    };
  }
  if (service === 's3') return objectOf(request, body);
  const target = request.headers['x-amz-target'];
  const operation = typeof target === 'string' ? (target.split('.').at(-1) ?? '') : '';
  return { operation, input: parse(body) };
}

/** `PUT /bucket/key`: the one operation of S3 that functions have a use for. */
function objectOf({ method, url = '', headers }: IncomingMessage, body: Buffer) {
  const [, Bucket = '', Key = ''] = /^\/([^/?]+)\/([^?]+)$/.exec(url) ?? [];
  const ChecksumSHA256 = headers['x-amz-checksum-sha256'];
  return {
    operation: method === 'PUT' && Key !== '' ? 'PutObject' : `${method} ${url}`,
    input: { Bucket, Key: decodeURIComponent(Key), Body: body.toString('base64'), ChecksumSHA256 },
  };
}

/** What is not a JSON object has no parts: such a call needs `*`, and the server refuses it. */
function parse(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
