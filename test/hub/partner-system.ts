import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { World } from './world.ts';

/** What a partner's own system signs with: the official library, or node:crypto for Ed25519. */
export type Sign = (id: string, at: Date, body: string) => string;

export const signsWith =
  (secret: string): Sign =>
  (id, at, body) =>
    new Webhook(secret).sign(id, at, body);

const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));

/** A pair of the partner's own: only the public half ever leaves it. */
export function ed25519Pair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicText(publicKey), sign: ed25519(privateKey) };
}

const publicText = (key: KeyObject): string => {
  const { x = '' } = key.export({ format: 'jwk' });
  return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
};

const ed25519 =
  (key: KeyObject): Sign =>
  (id, at, body) =>
    `v1a,${sign(null, Buffer.from(`${id}.${seconds(at)}.${body}`), key).toString('base64')}`;

interface Sent {
  readonly id?: string;
  /** By the hub's clock, where nothing else is said. */
  readonly at?: Date;
  readonly headers?: Readonly<Record<string, string>>;
}

const ids = (function* () {
  for (let count = 1; ; count += 1) yield `msg_${count}`;
})();

/** Signs and sends; what is not text is written as JSON. Answers what came back, and what was sent. */
export async function send(
  world: World,
  agency: string,
  signing: Sign,
  message: unknown,
  { id = ids.next().value, at = new Date(world.hub.clock.now()), headers = {} }: Sent = {},
) {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const capture = {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': seconds(at),
      'webhook-signature': signing(id, at, body),
      ...headers,
    },
    body,
  };
  return { capture, ...(await sendAgain(world, agency, capture)) };
}

interface Capture {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends the very same bytes: what somebody recorded, or what is repeated at once. */
export async function sendAgain(world: World, agency: string, capture: Capture) {
  const answer = await world.raw(undefined, 'POST', `/v1/inbound/${agency}`, capture);
  const said = answer.text === '' ? {} : (JSON.parse(answer.text) as Record<string, unknown>);
  const code = String(said.type ?? '')
    .split('/')
    .at(-1);
  return { status: answer.status, said, code, headers: answer.headers, text: answer.text };
}
