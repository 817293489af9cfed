import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * For the environment of a thread: where Node keeps compiled code and TypeScript without its types,
 * so that only the first thread with a piece of code compiles it. The folder is Node's own default.
 */
export const COMPILE_CACHE: Readonly<Record<string, string>> = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache'),
};
