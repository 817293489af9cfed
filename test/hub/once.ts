import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startDynamoDb } from '../../infra/local/stores/dynamodb.ts';
import { synthesizeAside } from '../../infra/local/synthesis.ts';

const SYNTHESIS = new URL('../../infra/synthesize.ts', import.meta.url);

/**
 * Bundles and synthesizes once for all hubs of a test run, and starts the database whose tables in
 * memory they use: Java new for each hub was a third of all the processor did.
 */
export default async function once(): Promise<() => Promise<void>> {
  const folder = resolve('.ertad-test', `stack-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const synthesized = await synthesizeAside(SYNTHESIS, join(folder, 'assembly'));
  const file = join(folder, 'stack.json');
  writeFileSync(file, JSON.stringify(synthesized));
  process.env.ERTAD_TEST_STACK = file;
  // For every process and thread of the run: each loads what another one has compiled.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compile-cache');
  const database = await startDynamoDb({
    dir: join(folder, 'dynamodb'),
    inMemory: true,
    manyHubs: true,
  });
  process.env.ERTAD_TEST_DYNAMODB = database.url;
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
