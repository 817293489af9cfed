import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { findJava } from './java.ts';
import { waitForPrevious } from './previous-java.ts';

interface DynamoDbLocal {
  readonly url: string;
  stop(): Promise<void>;
}

interface DynamoDbLocalOptions {
  /** Holds the tables, the pid file and the log. */
  readonly dir: string;
  readonly inMemory?: boolean;
  /** Serves many hubs one after the other: each access key has tables of its own. */
  readonly manyHubs?: boolean;
}

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);
const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Starts Amazon's DynamoDB Local on a free port of 127.0.0.1, behind a guard that ends it with
 * SIGTERM whatever becomes of this process. Waits for a previous one on the same folder to end.
 */
export async function startDynamoDb(options: DynamoDbLocalOptions): Promise<DynamoDbLocal> {
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true });
  const pidFile = join(dir, options.inMemory ? `java-${process.pid}.pid` : 'java.pid');
  const java = await findJava(process.env);
  await waitForPrevious(pidFile);
  const log = join(dir, 'dynamodb.log');
  const guard = spawnGuard(pidFile, log, [java, ...javaArguments(dir, options)]);
  const url = await addressOf(guard, log);
  return { url, stop: () => stop(guard) };
}

/** Groups of their own: Ctrl-C at the terminal reaches neither guard nor Java. */
function spawnGuard(pidFile: string, log: string, command: string[]): ChildProcess {
  const errors = openSync(log, 'a');
  const guard = spawn(
    process.execPath,
    [beside('guard.ts'), String(process.pid), pidFile, ...command],
    {
      cwd: emulator,
      detached: true,
      env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
      stdio: ['pipe', 'pipe', errors],
    },
  );
  closeSync(errors);
  return guard;
}

/**
 * The hub shares a small machine with its own functions: quick compiler only (a minute's work takes a
 * fifth less processor time; the slower compiler pays only after some hundred large transactions, then
 * by a third to a half), serial collection, bounded heap. One for many hubs lives long enough for both.
 */
const javaArguments = (
  folder: string,
  { inMemory = false, manyHubs = false }: DynamoDbLocalOptions,
) => [
  ...(manyHubs ? ['-Xmx2g'] : ['-XX:TieredStopAtLevel=1', '-Xmx512m']),
  '-XX:+UseSerialGC',
  '-Djava.library.path=./DynamoDBLocal_lib',
  '-Dorg.eclipse.jetty.util.log.announce=false',
  '-Dorg.eclipse.jetty.LEVEL=WARN',
  `-Dertad.inMemory=${inMemory}`,
  `-Dertad.shared=${!manyHubs}`,
  ...(inMemory ? [] : [`-Dertad.folder=${folder}`]),
  '-cp',
  'DynamoDBLocal.jar',
  'org.eclipse.jetty.xml.XmlConfiguration',
  beside('dynamodb.xml'),
];

/** The first line it prints that is an address; its log if it ends before that. */
async function addressOf(guard: ChildProcess, log: string): Promise<string> {
  for await (const line of createInterface({ input: guard.stdout as Readable })) {
    if (!line.startsWith('http://')) continue;
    guard.stdout?.resume();
    return line;
  }
  throw new Error(`DynamoDB Local did not start: ${readFileSync(log, 'utf8').slice(-2_000)}`);
}

async function stop(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const gone = once(guard, 'exit');
  guard.stdin?.end();
  await gone;
}
