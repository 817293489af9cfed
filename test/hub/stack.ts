import { readFileSync } from 'node:fs';
import type { Synthesized } from '../../infra/synthesize.ts';

/** The stack that was synthesized for this run of tests (once.ts); outside of one, each hub makes its own. */
export function preparedStack(): Synthesized | undefined {
  const file = process.env.ERTAD_TEST_STACK;
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Synthesized) : undefined;
}
