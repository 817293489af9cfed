import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Clock } from './clock.ts';
import { COMPILE_CACHE } from './compile-cache.ts';
import type { Client, Person } from './people.ts';

export interface IdentityOptions {
  /** `http://localhost:4600/identity` */
  readonly issuer: string;
  readonly clock: Clock;
  readonly clients: readonly Client[];
  readonly people: readonly Person[];
}

export interface Identity {
  /** The provider's own address; the hub's server passes `/identity` on to it. */
  readonly port: number;
  readonly jwks: { readonly keys: JWK[] };
  stop(): Promise<void>;
}

/** Starts the local identity provider in a thread of its own, on the hub's clock. */
export async function startIdentity(dataDir: string, options: IdentityOptions): Promise<Identity> {
  const key = await signingKey(join(dataDir, 'identity-key.json'));
  const worker = new Worker(new URL('./identity-worker.ts', import.meta.url), {
    workerData: { ...options, clock: options.clock.shared, key, dataDir },
    env: { ...COMPILE_CACHE },
    execArgv: [],
    // The provider warns of what a public server would need; this one is on the loopback only.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const [{ port }] = (await once(worker, 'message')) as [{ port: number }];
  return {
    port,
    jwks: { keys: [publicPart(key)] },
    stop: async () => void (await worker.terminate()),
  };
}

/** The key survives restarts, so tokens do too. */
async function signingKey(file: string): Promise<JWK> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  const named = { ...key, kid: await calculateJwkThumbprint(key) };
  writeFileSync(file, JSON.stringify(named), { mode: 0o600 });
  return named;
}

const publicPart = ({ kty, n, e, kid }: JWK): JWK => ({ kty, n, e, kid, use: 'sig', alg: 'RS256' });
