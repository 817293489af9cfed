import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, accessDenied, json, refused, ServiceError, unknownKey } from './answers.ts';
import { bodyOf, readCall } from './call.ts';
import { type Call, conflictError, type Failure, throttleError } from './faults.ts';
import { type Need, needsOf } from './needs.ts';
import { allows, assertCheckable, type Statement } from './permissions.ts';
import { sentAnswer } from './sqs.ts';
import type { Upstream } from './upstream.ts';
import type { Usage } from './usage.ts';

export interface GatewayOptions {
  /** Region and account as they stand in an ARN. */
  readonly place: string;
  readonly random: () => number;
  readonly usage: Usage;
  /** The failure to inject into a call, if any. */
  readonly strike: (call: Call) => Failure | undefined;
  /** Servers that calls are passed on to, by service. */
  readonly upstreams: Readonly<Record<string, Upstream>>;
  /** Services answered here. */
  readonly answering: Readonly<Record<string, (call: Call) => Answer | Promise<Answer>>>;
}

interface Admitted {
  readonly functionName: string;
  readonly may: (need: Need) => boolean;
}

/** An answer that never comes: the connection closes instead. */
const DROPPED = Symbol('dropped');

/**
 * The one door between functions and what keeps their state. It knows a function by the access key
 * in its signature (which it does not verify: keys are drawn at each start and known to that
 * function alone), checks the role, then answers or passes the call on.
 */
export async function startGateway(options: GatewayOptions) {
  const admitted = new Map<string, Admitted>();
  const server = createServer((request, response) => {
    serve(request, response, options, admitted).catch((error: unknown) => {
      // A caller that has gone, as all have when the hub stops, needs no answer.
      if (!response.destroyed) console.error('The stores gateway failed', error);
      response.destroy();
    });
  });
  // Functions keep connections open for long; one closed under a request looks like a lost answer.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    admit(functionName: string, statements: readonly Statement[]) {
      assertCheckable(functionName, statements);
      // DynamoDB Local takes letters and digits only.
      const accessKeyId = `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`;
      admitted.set(accessKeyId, { functionName, may: remembering(statements) });
      return { accessKeyId, secretAccessKey: randomBytes(20).toString('hex') };
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The same few questions come thousands of times. */
function remembering(statements: readonly Statement[]): Admitted['may'] {
  const answers = new Map<string, boolean>();
  return ({ action, resource }) => {
    const key = `${action} ${resource}`;
    const answer = answers.get(key) ?? allows(statements, action, resource);
    answers.set(key, answer);
    return answer;
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
  admitted: ReadonlyMap<string, Admitted>,
) {
  const body = await bodyOf(request);
  const { call: unnamed, accessKeyId } = readCall(request, body);
  const caller = admitted.get(accessKeyId);
  const call = { ...unnamed, functionName: caller?.functionName ?? '' };
  try {
    if (!caller) throw unknownKey(call.service);
    checkRole(call, caller, options);
    const answer = await answerWithFaults(call, request, body, options);
    if (answer === DROPPED) response.destroy();
    else write(response, answer);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    write(response, refused(call.service, error));
  }
}

/** Every permission is counted, also those after the first that is lacking. */
function checkRole(call: Call, { functionName, may }: Admitted, { usage, place }: GatewayOptions) {
  const needs = needsOf(call, place).map((need) => ({ ...need, allowed: may(need) }));
  for (const need of needs) usage.count({ functionName, ...need });
  const lacking = needs.find(({ allowed }) => !allowed);
  if (lacking) throw accessDenied(functionName, call.service, lacking);
}

async function answerWithFaults(
  call: Call,
  request: IncomingMessage,
  body: Buffer,
  options: GatewayOptions,
): Promise<Answer | typeof DROPPED> {
  const failure = options.strike(call);
  if (failure === 'conflict') throw conflictError(call, options.random);
  if (failure === 'throttle') throw throttleError(call, options.random);
  if (failure === 'drop-before') return DROPPED;
  if (failure === 'lose') return json(sentAnswer(call));
  if (failure === 'duplicate' && call.operation === 'ReceiveMessage')
    return answered(call, request, stayingVisible(call), options);
  if (failure === 'duplicate') await answered(call, request, body, options);
  const answer = await answered(call, request, body, options);
  return failure === 'drop-after' ? DROPPED : answer;
}

const stayingVisible = ({ input }: Call) =>
  Buffer.from(JSON.stringify({ ...input, VisibilityTimeout: 0 }));

async function answered(
  call: Call,
  request: IncomingMessage,
  body: Buffer,
  { upstreams, answering }: GatewayOptions,
): Promise<Answer> {
  const upstream = upstreams[call.service];
  if (upstream) return upstream.pass(request.headers, body);
  const answer = answering[call.service];
  if (!answer) throw new ServiceError('UnknownOperationException', `No local ${call.service}`);
  return answer(call);
}

function write(response: ServerResponse, { status, headers, body }: Answer) {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
