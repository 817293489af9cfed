import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './gateway-responses.ts';
import { CannotStart } from './lock.ts';

/** Answers one request. */
export type Respond = (request: IncomingMessage, url: URL) => Promise<Answer>;

export interface HubServer {
  readonly port: number;
  /**
   * From here on requests are answered; until then they wait for the hub to be ready. Answers are
   * dated by `now`, in milliseconds: the hub's own clock, which may have been moved.
   */
  open(respond: Respond, identityPort: number, now: () => number): void;
  stop(): Promise<void>;
}

/** Listens on the loopback interface only. */
export async function listen(port: number): Promise<HubServer> {
  let respond: Respond | undefined;
  let identityPort: number | undefined;
  let time = Date.now;
  // As much as the longest address a client could send: what is too long the hub itself refuses.
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    void handle(request, response);
  });
  // Node ends an idle connection after 5 s, which a client's next call may just be using.
  server.keepAliveTimeout = 65_000;
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  const hosts = loopbackHosts(taken);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '' } = request.headers;
    if (!hosts.includes(host.toLowerCase()))
      return write(response, problem(421, 'This hub answers to localhost only.'));
    const url = URL.parse(request.url ?? '/', `http://${host}`);
    if (!url) return write(response, problem(400, 'The address cannot be read.'));
    if (url.pathname.startsWith('/identity/') && identityPort !== undefined)
      return passOn(request, response, identityPort);
    if (!respond) return write(response, problem(503, 'The hub is starting.'));
    try {
      const answer = await respond(request, url);
      response.setHeader('date', new Date(time()).toUTCString());
      write(response, answer);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      write(response, problem(500, 'The local hub failed; its terminal says why.'));
    }
  }

  return {
    port: taken,
    open(answer, identity, now) {
      respond = answer;
      identityPort = identity;
      time = now;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(`Port ${port} is taken; choose another: PORT=4601 npm start`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const names = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  const own = Object.fromEntries(names);
  // These two have no body, so they must not name its length.
  if (status !== 204 && status !== 304) own['content-length'] = Buffer.byteLength(body);
  response.writeHead(status, own).end(body);
}

/** What a browser on this machine may call a server here; any other name is someone's trick. */
export const loopbackHosts = (port: number | string): readonly string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);

/** Passes a request on as it came: the identity provider sees the hub's own address. */
function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, headers, url: path } = request;
  const onward = send({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (!response.headersSent) write(response, problem(502, 'The identity provider is gone.'));
  });
  request.pipe(onward);
}

/** A problem document of the local hub's own. */
export const problem = (status: number, title: string): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', title, status }),
});
