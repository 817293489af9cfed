import type { SNSClient } from '@aws-sdk/client-sns';
import { SignatureV4 } from '@smithy/signature-v4';

/** Who signs: the credentials and the region of a client that is there anyway. */
export type Signer = Pick<SNSClient['config'], 'credentials' | 'region' | 'sha256'>;

interface Service {
  /** As it stands in the signature: `connect`, `ses`. */
  readonly name: string;
  readonly url: string;
}

const TIMEOUT_MS = 8000;

/**
 * A signed call to an AWS service of which one operation is needed. The clients of these services are
 * larger than the whole budget of a function leaves room for.
 */
export function signedCall({ credentials, region, sha256 }: Signer, { name, url }: Service) {
  const signer = new SignatureV4({ service: name, credentials, region, sha256 });
  return async (method: 'POST' | 'PUT', path: string, content: object): Promise<void> => {
    const { protocol, hostname, host, port } = new URL(url);
    const body = JSON.stringify(content);
    const { headers } = await signer.sign({
      method,
      protocol,
      hostname,
      ...(port && { port: Number(port) }),
      path,
      query: {},
      headers: { host, 'content-type': 'application/json' },
      body,
    });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(new URL(path, url), { method, headers, body, signal });
    // Nothing of the answer is passed on: it may repeat the number that was called.
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
  };
}
