import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Signer } from './channels/signed-call.ts';

interface Bucket {
  readonly url: string;
  readonly name: string;
}

const TIMEOUT_MS = 8000;

/** Puts a text into a bucket under Object Lock: it cannot be changed or removed until its time is over. */
export type PutObject = (key: string, text: string) => Promise<void>;

/**
 * S3's PutObject and nothing else of it: its client is larger than the budget of a function. A
 * bucket under Object Lock takes only what comes with a checksum.
 */
export function witnessBucket({ credentials, region, sha256 }: Signer, to: Bucket): PutObject {
  // S3 is the one service that signs the path as it stands.
  const common = { service: 's3', credentials, region, sha256, uriEscapePath: false };
  const signer = new SignatureV4(common);
  return async (key, text) => {
    const { protocol, hostname, host, port } = new URL(to.url);
    const body = Buffer.from(text);
    const path = `/${to.name}/${key}`;
    const checksum = createHash('sha256').update(body).digest();
    const { headers } = await signer.sign({
      method: 'PUT',
      protocol,
      hostname,
      ...(port && { port: Number(port) }),
      path,
      query: {},
      headers: {
        host,
        'content-type': 'application/json',
        'x-amz-content-sha256': checksum.toString('hex'),
        'x-amz-checksum-sha256': checksum.toString('base64'),
      },
      body,
    });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(new URL(path, to.url), { method: 'PUT', headers, body, signal });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`s3 answered ${answer.status}`);
  };
}
