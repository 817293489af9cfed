import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSync, type OutputFile } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'functions');
const BUNDLES = join(ROOT, 'dist/functions');

/**
 * Ways to find credentials that the SDK loads only when the variables Lambda always sets are
 * absent: left out, 90 kB a bundle.
 */
const UNREACHED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

export interface FunctionBundle {
  readonly name: string;
  /** Absolute folder, the function's whole asset: `handler.mjs` and what it loads. */
  readonly folder: string;
  /** Bytes of `handler.mjs`. */
  readonly size: number;
}

let built: ReadonlyMap<string, FunctionBundle> | undefined;

/** Bundles every functions/<name>/handler.ts in one esbuild call; later calls reuse the result. */
export function bundleFunctions(): ReadonlyMap<string, FunctionBundle> {
  built ??= bundle();
  return built;
}

/** The bundle of one function; throws if the function has no handler. */
export function bundleOf(name: string): FunctionBundle {
  const found = bundleFunctions().get(name);
  if (!found) throw new Error(`functions/${name}/handler.ts is missing: ${name} has no code.`);
  return found;
}

function bundle(): ReadonlyMap<string, FunctionBundle> {
  const names = readdirSync(SOURCES)
    .filter((name) => existsSync(join(SOURCES, name, 'handler.ts')))
    .sort();
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({
      in: `functions/${name}/handler.ts`,
      out: `${name}/handler`,
    })),
    outdir: BUNDLES,
    outExtension: { '.js': '.mjs' },
    // Not esbuild's own writing: see keep().
    write: false,
    bundle: true,
    minify: true,
    // The same commit builds the same bytes, so a stack trace can be read by building it again.
    sourcemap: false,
    legalComments: 'none',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The AWS SDK's `main` is CommonJS, which esbuild cannot shake: half as large again.
    mainFields: ['module', 'main'],
    // CommonJS dependencies call require('node:…'), which an ES module does not have. The name is
    // long because the minifier does not know it and would give a short one away again.
    banner: {
      js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    },
    external: UNREACHED,
    logLevel: 'error',
  });
  keep(outputFiles);
  dropOthers(names);
  return new Map(names.map((name) => [name, describe(name, outputFiles)]));
}

function describe(name: string, files: readonly OutputFile[]): FunctionBundle {
  const folder = join(BUNDLES, name);
  const handler = files.find(({ path }) => path === join(folder, 'handler.mjs'));
  return { name, folder, size: handler?.contents.byteLength ?? 0 };
}

/** Replaces only what changed, each file at once: another process may be reading these bundles. */
function keep(files: readonly OutputFile[]): void {
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const draft = join(BUNDLES, `.${basename(dirname(path))}-${process.pid}`);
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}

function dropOthers(names: readonly string[]): void {
  if (!existsSync(BUNDLES)) return;
  for (const entry of readdirSync(BUNDLES, { withFileTypes: true }))
    if (entry.isDirectory() && !names.includes(entry.name))
      rmSync(join(BUNDLES, entry.name), { recursive: true, force: true });
}
