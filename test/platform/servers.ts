import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';

/** A server on this machine, with what reached it. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
  /** Sockets that were opened to it. */
  readonly sockets: Set<Socket>;
  opened(): number;
  /** When the other side has let go of all of them. */
  left(): Promise<void>;
}

async function listening(server: Server, host: string): Promise<Listening> {
  const sockets = new Set<Socket>();
  let opened = 0;
  server.on('connection', (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    opened: () => opened,
    async left() {
      // Not `once` of node:events: it takes a reset for a failure.
      await Promise.all(
        [...sockets].map((socket) => new Promise<void>((gone) => socket.once('close', gone))),
      );
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export const httpServer = (answer: RequestListener, host = '127.0.0.1') =>
  listening(createServer(answer), host);

export const httpsServer = (options: ServerOptions, answer: RequestListener) =>
  listening(createHttps(options, answer), '0.0.0.0');

/** Writes whatever it likes, HTTP or not. */
export const rawServer = (answer: (socket: Socket) => void) =>
  listening(createTcp(answer), '127.0.0.1');
