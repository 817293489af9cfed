import { execFile } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressGuard } from '../../shared/platform/address-guard.ts';
import { oneRequest } from '../../shared/platform/one-request.ts';
import { sendOnce } from '../../shared/platform/send-once.ts';
import { sender } from '../../shared/platform/webhook-sender.ts';
import { certificate } from './certificate.ts';
import { httpServer, httpsServer } from './servers.ts';

const run = promisify(execFile);
const HERE = { address: '127.0.0.1', family: 4 } as const;

/** Every socket that this process opens, whoever opens it. */
const sockets: Socket[] = [];
const noted = (message: unknown) => sockets.push((message as { socket: Socket }).socket);
beforeAll(() => diagnostics.subscribe('net.client.socket', noted));
afterAll(() => diagnostics.unsubscribe('net.client.socket', noted));
afterEach(() => sockets.splice(0));

type Guard = ReturnType<typeof addressGuard>;

/** As each delivery does it. */
async function delivery(url: string, guard: Guard) {
  const { send, close } = sender();
  try {
    return await send({ url, checked: await guard(url), headers: {}, body: '{}' });
  } finally {
    await close();
  }
}
/** As the test button and the challenge do it. */
const byHand = async (url: string, guard: Guard) =>
  sendOnce()({ url, checked: await guard(url), headers: {}, body: '{}' });
/** As the import of a calendar does it. */
const calendar = async (url: string, guard: Guard) => {
  const { status, bytes } = await oneRequest({
    ...{ method: 'GET', url, checked: await guard(url), headers: {} },
    ...{ timeoutMs: 1_000, bodyMost: 1_000 },
  });
  return { status, excerpt: bytes.toString() };
};
const WAYS = [delivery, byHand, calendar];

describe('an address that is not allowed', () => {
  const inside = ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1', '::ffff:127.0.0.1'];
  const spellings = [
    ...['127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.0.0.1.', '127%2e0%2e0%2e1'],
    ...['１２７.０.０.１', '[::1]', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]'],
    ...['[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::1]', '0.0.0.0', '[::]', '0'],
    ...['[2a00:1450::5efe:127.0.0.1]', '169.254.169.254', '0xa9fea9fe', '[fd00:ec2::254]'],
    ...['localhost', 'localhost.', 'a.localhost', 'metadata.google.internal', 'printer.local'],
    ...['a@127.0.0.1', 'example.ge@127.0.0.1', 'example.ge#@127.0.0.1', 'example.ge\\@127.0.0.1'],
  ];

  it.each(spellings)('opens no socket: %s', async (host) => {
    await using server = await httpServer((_, response) => response.end());
    const asked: string[] = [];
    const guard = addressGuard({
      allowLoopback: false,
      resolve: async (name) => {
        asked.push(name);
        return [HERE];
      },
    });
    for (const url of [`https://${host}:${server.port}/`, `https://${host}/`, `http://${host}/`]) {
      for (const attempt of WAYS) {
        await expect(attempt(url, guard)).rejects.toMatchObject({ code: 'address-not-allowed' });
      }
    }
    expect([sockets.length, server.opened(), asked]).toEqual([0, 0, []]);
  });

  it.each(inside)('opens no socket behind a name, not even as one of several: %s', async (bad) => {
    for (const found of [[bad], ['93.184.215.14', bad], [bad, '2a00:1450::1']]) {
      const resolve = async () => found.map((address) => ({ address }));
      const guard = addressGuard({ allowLoopback: false, resolve });
      for (const attempt of WAYS) {
        await expect(attempt('https://hook.example.ge/', guard)).rejects.toMatchObject({
          code: 'address-not-allowed',
        });
      }
    }
    expect(sockets).toHaveLength(0);
  });

  it.each(WAYS)('is not reached by an answer that points there', async (attempt) => {
    await using inner = await httpServer((_, response) => response.end('secret'));
    await using outer = await httpServer((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inner.port}/` }).end(),
    );
    const guard = addressGuard({ allowLoopback: true, resolve: async () => [HERE] });
    const answer = await attempt(`http://hook.localhost:${outer.port}/`, guard);
    expect([answer.status, inner.opened(), sockets.length]).toEqual([307, 0, 1]);
  });
});

describe('a name that leads elsewhere after it was checked', () => {
  it.each(WAYS)('is connected to where it led when it was checked', async (attempt) => {
    const hosts: unknown[] = [];
    await using checked = await httpServer((request, response) => {
      hosts.push(request.headers.host);
      response.end('checked');
    });
    // The second answer is what a rebinding resolver gives a client that looks again.
    const answers = [['127.0.0.1'], ['127.0.0.66']];
    const resolve = async () => (answers.shift() ?? []).map((address) => ({ address }));
    const guard = addressGuard({ allowLoopback: true, resolve });
    const answer = await attempt(`http://hook.localhost:${checked.port}/`, guard);
    expect(answer.excerpt).toBe('checked');
    expect(sockets.map(({ remoteAddress }) => remoteAddress ?? '127.0.0.1')).toEqual(['127.0.0.1']);
    expect(hosts).toEqual([`hook.localhost:${checked.port}`]);
    expect(answers).toHaveLength(1);
  });
});

describe('over TLS', () => {
  const https = { ...certificate, ALPNProtocols: ['h2', 'http/1.1'] };
  const serving = (seen: object[]) =>
    httpsServer(https, (request, response) => {
      const { servername, alpnProtocol } = request.socket as TLSSocket;
      seen.push({ host: request.headers.host, servername, alpnProtocol });
      response.end('ok');
    });
  const toHere = { checked: HERE, headers: {}, body: '{}' };

  it('shows the name and checks the certificate of the host in the URL, over HTTP/1.1', async () => {
    const seen: object[] = [];
    await using server = await serving(seen);
    const { send, close } = sender({ ca: certificate.cert });
    const url = `https://hook.example.ge:${server.port}/`;
    expect(await send({ ...toHere, url })).toMatchObject({ status: 200, excerpt: 'ok' });
    const name = 'hook.example.ge';
    expect(seen).toEqual([
      { host: `${name}:${server.port}`, servername: name, alpnProtocol: 'http/1.1' },
    ]);
    // A literal address is checked against the addresses in the certificate.
    const literal = `https://127.0.0.1:${server.port}/`;
    expect(await send({ ...toHere, url: literal })).toMatchObject({ status: 200 });
    await close();
  });

  it.each([
    ['of another host', 'other.example.ge', { ca: certificate.cert }],
    ['of an address it is not for', '127.0.0.2', { ca: certificate.cert }],
    ['nobody we trust signed', 'hook.example.ge', {}],
  ])('sends nothing where the certificate is one %s', async (_, host, trust) => {
    const seen: object[] = [];
    await using server = await serving(seen);
    const { send, close } = sender(trust);
    const address = host === '127.0.0.2' ? host : '127.0.0.1';
    const url = `https://${host}:${server.port}/`;
    const sent = send({ ...toHere, checked: { address, family: 4 }, url });
    await expect(sent).rejects.toMatchObject({ code: 'certificate-invalid' });
    expect(seen).toEqual([]);
    await close();
  });

  it('is told apart from a server that does not speak TLS at all', async () => {
    await using server = await httpServer((_, response) => response.end());
    const { send, close } = sender();
    const sent = send({ ...toHere, url: `https://hook.example.ge:${server.port}/` });
    await expect(sent).rejects.toMatchObject({ code: 'tls-failed' });
    await close();
  });
});

describe('the environment', () => {
  it('leads no attempt through a proxy, and switches no check off', async () => {
    const direct: string[] = [];
    await using proxy = await httpServer((_, response) => response.end('from the proxy'));
    await using plain = await httpServer((request, response) => {
      direct.push(request.url ?? '');
      response.end('direct');
    });
    await using secure = await httpsServer(certificate, (_, response) => response.end());
    const by = `http://127.0.0.1:${proxy.port}`;
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy'];
    const env = {
      PATH: process.env.PATH,
      ...Object.fromEntries(names.map((name) => [name, by])),
      NODE_USE_ENV_PROXY: '1',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    };
    const script = fileURLToPath(new URL('./send-to.ts', import.meta.url));
    const sent = async (url: string, host: string) => {
      const { stdout } = await run(process.execPath, [script, url, host], { env });
      return JSON.parse(stdout) as unknown;
    };
    expect(await sent(`http://hook.localhost:${plain.port}/in`, 'hook.localhost')).toMatchObject({
      status: 200,
      excerpt: 'direct',
    });
    expect(await sent(`https://hook.localhost:${secure.port}/`, 'hook.localhost')).toMatchObject({
      code: 'certificate-invalid',
    });
    expect([direct, proxy.opened()]).toEqual([['/in'], 0]);
  });
});
