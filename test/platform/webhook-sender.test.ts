import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { sendOnce } from '../../shared/platform/send-once.ts';
import { type Sender, type Sending, sender } from '../../shared/platform/webhook-sender.ts';
import { httpServer, rawServer } from './servers.ts';

const HERE = { address: '127.0.0.1', family: 4 } as const;
const opened: Sender[] = [];
const made = (...options: Parameters<typeof sender>) => {
  const one = sender(...options);
  opened.push(one);
  return one;
};
const to = (port: number, over: Partial<Sending> = {}): Sending => ({
  url: `http://hook.example.ge:${port}/in?case=1`,
  checked: HERE,
  headers: { 'webhook-id': 'evt_1' },
  body: '{"a":"ბ"}',
  ...over,
});
const textOf = async (request: IncomingMessage) =>
  Buffer.concat(await request.toArray()).toString();

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** What is sent by hand is sent by another way, which must not differ in any of this. */
const WAYS: [string, () => Sender['send']][] = [
  ['the sender', () => made().send],
  ['what sends once', () => sendOnce()],
];

describe.each(WAYS)('one attempt by %s', (_, send) => {
  it('is a POST to the checked address, in the name of the host', async () => {
    const seen: object[] = [];
    await using server = await httpServer(async (request, response) => {
      const { method, url, headers, httpVersion } = request;
      seen.push({ method, url, headers, httpVersion, body: await textOf(request) });
      response.writeHead(202, { 'retry-after': '7' }).end('{"ok":true}');
    });
    const answer = await send()(to(server.port));
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/in?case=1',
        httpVersion: '1.1',
        headers: {
          host: `hook.example.ge:${server.port}`,
          'content-type': 'application/json',
          'user-agent': 'Ertad-Webhooks/1',
          'webhook-id': 'evt_1',
          'content-length': '11',
        },
        body: '{"a":"ბ"}',
      },
    ]);
    expect(answer).toEqual({
      status: 202,
      retryAfter: 7,
      excerpt: '{"ok":true}',
      body: '{"ok":true}',
      milliseconds: expect.any(Number),
    });
  });

  it.each([200, 204, 301, 302, 303, 307, 308, 400, 410, 429, 500, 503])(
    'answered %i is an answer, and leads nowhere else',
    async (status) => {
      await using elsewhere = await httpServer((_, response) => response.end());
      await using server = await httpServer((_, response) =>
        response.writeHead(status, { location: `http://127.0.0.1:${elsewhere.port}/` }).end(),
      );
      expect(await send()(to(server.port))).toMatchObject({ status, excerpt: '' });
      expect(elsewhere.opened()).toBe(0);
    },
  );

  it('takes news before the answer for what they are', async () => {
    await using server = await rawServer((socket) => {
      const early = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(20);
      socket.once('data', () =>
        socket.write(`${early}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok`),
      );
    });
    expect(await send()(to(server.port))).toMatchObject({ status: 200, excerpt: 'ok' });
  });
});

describe('connections', () => {
  it('are kept, one pool for each host and checked address', async () => {
    await using here = await httpServer((_, response) => response.end(), '0.0.0.0');
    const { send, size } = made();
    // undici lets a turn of the event loop pass before it takes a connection again.
    for (let i = 0; i < 5; i += 1) await send(to(here.port)).then(() => pause(1));
    expect([here.opened(), size()]).toEqual([1, 1]);
    await send(to(here.port, { checked: { address: '127.0.0.2', family: 4 } }));
    expect([here.opened(), size()]).toEqual([2, 2]);
    await send(to(here.port, { url: `http://other.example.ge:${here.port}/` }));
    expect([here.opened(), size()]).toEqual([3, 3]);
  });

  it('are not kept without end: the host used longest ago makes room', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => httpServer((_, r) => r.end())));
    const [first, second, third] = servers as [...typeof servers];
    const { send, size } = made({ poolsMost: 2 });
    await send(to(first?.port ?? 0)).then(() => pause(1));
    await send(to(second?.port ?? 0));
    await send(to(first?.port ?? 0)).then(() => pause(1));
    const left = second?.left();
    await send(to(third?.port ?? 0));
    await left;
    expect([size(), first?.sockets.size, second?.sockets.size]).toEqual([2, 1, 0]);
    for (const server of servers) await server[Symbol.asyncDispose]();
  });

  it('that the other side closed while idle are opened anew, within the same attempt', async () => {
    let served = 0;
    await using server = await httpServer((request, response) => {
      served += 1;
      if (served === 2) request.socket.destroy();
      else response.end('ok');
    });
    const { send } = made();
    await send(to(server.port)).then(() => pause(1));
    expect(await send(to(server.port))).toMatchObject({ status: 200 });
    expect([served, server.opened()]).toEqual([3, 2]);
  });

  it('that the other side closes at once are not tried again and again', async () => {
    await using server = await rawServer((socket) => socket.destroy());
    await expect(made().send(to(server.port))).rejects.toMatchObject({ code: 'connection-lost' });
    expect(server.opened()).toBe(1);
  });

  it('hold as many attempts as run at once, each with its own answer', async () => {
    await using server = await httpServer(async (request, response) => {
      const body = await textOf(request);
      await pause(5);
      response.end(body);
    });
    const { send } = made();
    const bodies = Array.from({ length: 150 }, (_, i) => `{"n":${i}}`);
    const answers = await Promise.all(bodies.map((body) => send(to(server.port, { body }))));
    expect(answers.map(({ excerpt }) => excerpt)).toEqual(bodies);
    expect(server.opened()).toBeLessThanOrEqual(64);
  });

  it('are waited for within the time of the attempt; what was not sent by then is not sent later', async () => {
    let seen = 0;
    await using server = await httpServer(async (_, response) => {
      seen += 1;
      await pause(300);
      response.end();
    });
    const { send } = made();
    const slow = Array.from({ length: 64 }, () => send(to(server.port)));
    await expect(send(to(server.port, { timeoutMs: 50 }))).rejects.toMatchObject({
      code: 'timed-out',
    });
    await Promise.all(slow);
    await send(to(server.port));
    expect(seen).toBe(65);
  });
});

describe.each(WAYS)('the time of one attempt by %s', (_, send) => {
  const trickle = (write: (socket: Socket, n: number) => void) =>
    rawServer((socket) => {
      let n = 0;
      socket.resume();
      const timer = setInterval(() => write(socket, n++), 10);
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => {});
    });

  it.each([
    ['no answer at all', () => {}],
    ['a status line that never ends', (s, n) => s.write(n ? 'x' : 'HTTP/1.1 200 ')],
    ['headers that never end', (s, n) => s.write(n ? `x-${n}: 1\r\n` : 'HTTP/1.1 200 OK\r\n')],
    ['news that never end', (s) => s.write('HTTP/1.1 102 Processing\r\n\r\n')],
    [
      'a body that never ends',
      (s, n) => s.write(n ? '1\r\nx\r\n' : 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'),
    ],
  ] as [string, Parameters<typeof trickle>[0]][])(
    'is over at its limit, whatever comes drop by drop: %s',
    async (_, write) => {
      await using server = await trickle(write);
      const from = performance.now();
      await expect(send()(to(server.port, { timeoutMs: 150 }))).rejects.toMatchObject({
        code: 'timed-out',
      });
      expect(performance.now() - from).toBeLessThan(10_000);
      await server.left();
    },
  );
});

describe.each(WAYS)('an answer that is no help to %s', (_, send) => {
  it('is read no further than it is of use, and its connection closed', async () => {
    let written = 0;
    await using server = await httpServer((_, response) => {
      const more = () => {
        written += 65_536;
        if (!response.destroyed) response.write('x'.repeat(65_536), more);
      };
      response.writeHead(200);
      more();
    });
    const answer = await send()(to(server.port));
    expect(answer).toMatchObject({ status: 200, excerpt: 'x'.repeat(512) });
    expect(answer.body).toHaveLength(16_384);
    await server.left();
    expect(written).toBeLessThan(50_000_000);
  });

  it.each([
    [
      'headers without end',
      `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`,
      'headers-too-large',
    ],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'not-http'],
    ['HTTP/0.9', '<html>hello</html>', 'not-http'],
    ['nothing', '', 'connection-lost'],
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', 'connection-lost'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      'not-http',
    ],
    [
      'another protocol',
      'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'connection-lost',
    ],
  ])('is a failure with a code and no word of it: %s', async (_, text, code) => {
    await using server = await rawServer((socket) => {
      socket.once('data', () => socket.end(text));
    });
    const failed: unknown = await send()(
      to(server.port, { headers: { 'x-name': 'Nino Beridze' } }),
    ).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code, message: code });
    expect(inspect(failed, { depth: 9, showHidden: true })).not.toMatch(
      /OpenSSH|hello|Beridze|hook/,
    );
  });

  it('is a port nobody listens on', async () => {
    const { port } = await (async () => {
      await using gone = await httpServer(() => {});
      return gone;
    })();
    await expect(send()(to(port))).rejects.toMatchObject({ code: 'connection-refused' });
  });
});
