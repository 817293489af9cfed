import { Worker } from 'node:worker_threads';
import { COMPILE_CACHE } from './compile-cache.ts';
import type { FailureShape, WorkerAnswer, WorkerBirth, WorkerRequest } from './worker.ts';

/** The function answered with an error, timed out, or its environment died. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  readonly kind: 'error' | 'timeout' | 'crash';
  readonly errorType: string;

  constructor(kind: FunctionFailure['kind'], failure: FailureShape) {
    super(failure.errorMessage);
    this.kind = kind;
    this.errorType = failure.errorType;
  }
}

/** One execution environment: a worker thread with one function's code and variables. */
export interface Environment {
  /** One request at a time. */
  invoke(request: WorkerRequest): Promise<unknown>;
  kill(): Promise<void>;
  readonly dead: boolean;
}

export interface EnvironmentOptions {
  readonly birth: WorkerBirth;
  readonly variables: Readonly<Record<string, string>>;
  /** How long its code may take to load. */
  readonly loadMs: number;
  /** Takes what the function writes, in whole lines. */
  readonly log: (line: string) => void;
}

/** Starts an environment and waits until its code is loaded. */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: { ...options.variables, ...COMPILE_CACHE },
    workerData: options.birth,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  eachLine(worker.stdout, options.log);
  eachLine(worker.stderr, options.log);

  let settle: ((answer: WorkerAnswer | FunctionFailure) => void) | undefined;
  let dead = false;
  const end = (message: string) => {
    dead = true;
    settle?.(crash(options.birth.name, message));
  };
  worker.on('message', (answer: WorkerAnswer) => settle?.(answer));
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`The environment ended with ${code}.`));

  /** Waits for the next answer, at most for the limit; then the environment is ended. */
  function nextAnswer(limitMs: number): Promise<Exclude<WorkerAnswer, { kind: 'failed' }>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle?.(timeout(limitMs)), limitMs);
      settle = (answer) => {
        clearTimeout(timer);
        settle = undefined;
        if (answer instanceof FunctionFailure) {
          dead = true;
          void worker.terminate();
          reject(answer);
        } else if (answer.kind === 'failed') {
          reject(new FunctionFailure('error', answer.error));
        } else {
          resolve(answer);
        }
      };
      if (dead) settle(crash(options.birth.name, 'The environment has ended.'));
    });
  }

  await nextAnswer(options.loadMs);
  return {
    get dead() {
      return dead;
    },
    async invoke(request) {
      const answer = nextAnswer(request.timeoutMs);
      worker.postMessage(request);
      const done = await answer;
      return done.kind === 'done' ? JSON.parse(done.result) : null;
    },
    async kill() {
      dead = true;
      await worker.terminate();
    },
  };
}

const crash = (name: string, errorMessage: string) =>
  new FunctionFailure('crash', {
    errorType: 'Runtime.ExitError',
    errorMessage: `${name}: ${errorMessage}`,
    trace: [],
  });

const timeout = (limitMs: number) =>
  new FunctionFailure('timeout', {
    errorType: 'Sandbox.Timedout',
    errorMessage: `Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`,
    trace: [],
  });

function eachLine(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log(line);
  });
}
