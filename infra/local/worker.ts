import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { followClock } from './moved-time.ts';

/** What a worker is born with. */
export interface WorkerBirth {
  readonly clock: SharedArrayBuffer;
  readonly directory: string;
  /** As the template says it: `handler.handler`. */
  readonly handler: string;
  readonly name: string;
  readonly arn: string;
  readonly memoryMb: number;
}

/** One invocation on its way in. */
export interface WorkerRequest {
  readonly requestId: string;
  /** JSON, as Lambda hands it over. */
  readonly event: string;
  readonly timeoutMs: number;
}

/** `ready` once after loading, then one answer for each request. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: string }
  | { readonly kind: 'failed'; readonly error: FailureShape };

/** A function's failure as Lambda reports it. */
export interface FailureShape {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

type Handler = (event: unknown, context: object) => unknown;

const birth = workerData as WorkerBirth;
const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);

followClock(birth.clock);
// The runtime's own, not the function's.
delete process.env.NODE_COMPILE_CACHE;
const handler = await load(birth);
parentPort?.on('message', (request: WorkerRequest) => void run(request));
answer({ kind: 'ready' });

async function run({ requestId, event, timeoutMs }: WorkerRequest): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: birth.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: birth.arn,
    memoryLimitInMB: String(birth.memoryMb),
    logGroupName: `/aws/lambda/${birth.name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  try {
    const result = await handler(JSON.parse(event), context);
    answer({ kind: 'done', result: JSON.stringify(result ?? null) });
  } catch (thrown) {
    answer({ kind: 'failed', error: failure(thrown) });
  }
}

async function load({ directory, handler: entry }: WorkerBirth): Promise<Handler> {
  const [module = '', name = ''] = entry.split('.');
  const file = ['.mjs', '.js', '.cjs']
    .map((extension) => join(directory, `${module}${extension}`))
    .find(existsSync);
  if (!file) throw new Error(`${directory} holds no ${module}.mjs, .js or .cjs.`);
  const loaded = await import(pathToFileURL(file).href);
  const found = loaded[name] ?? loaded.default?.[name];
  if (typeof found !== 'function') throw new Error(`${file} does not export ${name}.`);
  return found;
}

function failure(thrown: unknown): FailureShape {
  if (!(thrown instanceof Error))
    return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  const trace = thrown.stack?.split('\n') ?? [];
  return { errorType: thrown.name, errorMessage: thrown.message, trace };
}
