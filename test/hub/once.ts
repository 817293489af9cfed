import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { synthesizeAside } from '../../infra/local/synthesis.ts';

const SYNTHESIS = new URL('../../infra/synthesize.ts', import.meta.url);

/** Bundles and synthesizes once for all hubs of a test run: it is most of what a start takes. */
export default async function once(): Promise<() => void> {
  const folder = resolve('.ertad-test', `stack-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const synthesized = await synthesizeAside(SYNTHESIS, join(folder, 'assembly'));
  const file = join(folder, 'stack.json');
  writeFileSync(file, JSON.stringify(synthesized));
  process.env.ERTAD_TEST_STACK = file;
  // For every process and thread of the run: each loads what another one has compiled.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compile-cache');
  return () => rmSync(folder, { recursive: true, force: true });
}
