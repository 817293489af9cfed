import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files as infra/console-files.ts wrote them, each compressed with brotli. */
export interface ConsoleFiles {
  readonly index: Buffer;
  /** Under `/assets/`, by name; undefined for a name that was never built. */
  asset(name: string): Buffer | undefined;
}

/** The console's files lie beside the bundle; each is read when it is first asked for. */
export function filesBeside(bundle: string): ConsoleFiles {
  const folder = new URL('web/', bundle);
  const read = (name: string) => readFileSync(new URL(`${name}.br`, folder));
  const assets = fileURLToPath(new URL('assets/', folder));
  // The names are listed once: what a caller writes never becomes a path.
  const known = new Set(existsSync(assets) ? readdirSync(assets) : []);
  const kept = new Map<string, Buffer>();
  return {
    index: read('index.html'),
    asset(name) {
      if (!known.has(`${name}.br`)) return undefined;
      const found = kept.get(name) ?? read(`assets/${name}`);
      kept.set(name, found);
      return found;
    },
  };
}
