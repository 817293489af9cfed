import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist/console');
/** What the built files depend on, beside the tools of the lock file. */
const SOURCES = ['console', 'shared/contract', 'shared/domain', 'shared/policy/ge'];

export interface ConsoleFile {
  /** `assets/main-B4x1.js` */
  readonly name: string;
  /** Compressed with brotli. */
  readonly contents: Buffer;
}

/** The console's files, built anew where its sources changed since. */
export function consoleFiles(): ConsoleFile[] {
  const stamp = join(ROOT, 'dist/console.stamp');
  const now = sourcesHash();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
    build();
    writeFileSync(stamp, now);
  }
  return filesUnder(BUILT).map((path) => ({
    name: relative(BUILT, path),
    contents: compressed(path),
  }));
}

/** By Vite, in a process of its own: it is not for synchronous use. */
function build(): void {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [vite, 'build', 'console', '--logLevel', 'error'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The console could not be built:\n${stdout}${stderr}`);
}

/** Best, not fast: a file is compressed once and sent many times. Kept beside the file. */
function compressed(path: string): Buffer {
  const kept = join(ROOT, 'dist/console-br', relative(BUILT, path));
  const source = readFileSync(path);
  const own = `${kept}.${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
  if (existsSync(own)) return readFileSync(own);
  const contents = brotliCompressSync(source, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  mkdirSync(join(own, '..'), { recursive: true });
  writeFileSync(own, contents);
  return contents;
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const path of SOURCES.flatMap((source) => filesUnder(join(ROOT, source))))
    hash.update(relative(ROOT, path)).update(readFileSync(path));
  return hash.digest('hex');
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
