import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { asyncApiDocument } from '../shared/contract/asyncapi.ts';
import { openApiDocument } from '../shared/contract/openapi.ts';
import { consoleFiles } from './console-files.ts';

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

/**
 * Parts of undici that it loads only for another processor, for bodies that are forms, or when its
 * experimental parser is asked for: left out, 300 kB a bundle. As undici's own modules import them.
 */
const UNREACHED_IN_UNDICI = [
  '../llhttp/llhttp-wasm.js',
  '../milo/simd.js',
  '../milo/no-simd.js',
  './parser-h1.js',
  '../web/fetch/body.js',
  '../web/fetch/formdata',
  '../web/webidl',
];

/** Streams of events over HTTP/2, which no call of the hub has: loaded with the first, 20 kB a bundle. */
const UNREACHED_IN_SDK = ['@smithy/core/event-streams'];

/** How code is bundled for Lambda. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  // The same commit builds the same bytes, so a stack trace can be read by building it again.
  sourcemap: false,
  legalComments: 'none',
  // Half as long as the escapes that are the default: a Georgian letter is 3 bytes, not 6.
  charset: 'utf8',
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
  external: [...UNREACHED, ...UNREACHED_IN_SDK, ...UNREACHED_IN_UNDICI],
  // As Node itself bundles undici: otherwise it asks for its experimental parser while it loads.
  define: { esbuildDetection: 'true' },
  logLevel: 'error',
} satisfies BuildOptions;

/** The words of refusals and of events, as the modules that put them together import them. */
const WORDS = ['./refusal-words.json', './event-words.json'];
/** The rules of access, compiled, as access/rule.ts imports them. */
const RULES = './policies.json';
/** The engine that decides by them; cedar.ts finds it beside the bundle. */
const CEDAR = 'node_modules/@cedar-policy/cedar-wasm/web/cedar_wasm';
/** The policy pack is data: it lies beside the code, where Node reads it as JSON. */
const PACK = join(ROOT, 'shared/policy/ge');

/** Its files as its own folder and the one above import them; a pattern would catch other JSON. */
const packFiles = (): string[] =>
  readdirSync(PACK, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => [`./${file}`, `./${basename(PACK)}/${file}`]);

export interface FunctionBundle {
  readonly name: string;
  /** Absolute folder, the function's whole asset: `handler.mjs` and the data files it loads. */
  readonly folder: string;
  /** Bytes of `handler.mjs`. */
  readonly size: number;
  /** Bytes of the data files beside it. */
  readonly data: number;
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
  const { outputFiles, metafile } = buildSync({
    ...BUNDLING,
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({
      in: `functions/${name}/handler.ts`,
      out: `${name}/handler`,
    })),
    outdir: BUNDLES,
    outExtension: { '.js': '.mjs' },
    // Not esbuild's own writing: see keep().
    write: false,
    metafile: true,
    external: [...BUNDLING.external, ...packFiles(), ...WORDS, RULES],
  });
  const files = [
    ...outputFiles.map(({ path, contents }) => ({ path, contents: Buffer.from(contents) })),
    ...names.flatMap((name) => [...dataFiles(name, metafile), ...accessEngine(name, metafile)]),
    ...publishedContract(),
    ...webConsole(),
  ];
  keep(files);
  dropOthers(files);
  return new Map(names.map((name) => [name, describe(name, files)]));
}

interface BundleFile {
  readonly path: string;
  readonly contents: Buffer;
}

const sourcesOf = (name: string, { outputs }: Metafile): string[] =>
  Object.keys(outputs[relative(ROOT, join(BUNDLES, name, 'handler.mjs'))]?.inputs ?? {});

/** The engine's own code, 4.3 MB, for functions that decide about access. */
function accessEngine(name: string, metafile: Metafile): BundleFile[] {
  if (!sourcesOf(name, metafile).includes(`${CEDAR}.js`)) return [];
  const file = `${CEDAR}_bg.wasm`;
  return [{ path: join(BUNDLES, name, basename(file)), contents: readFileSync(join(ROOT, file)) }];
}

/** The data files that one function's code imports, without their white space. */
function dataFiles(name: string, metafile: Metafile): BundleFile[] {
  const { inputs } = metafile;
  return sourcesOf(name, metafile).flatMap((input) =>
    (inputs[input]?.imports ?? [])
      .filter(({ path, external }) => external && path.endsWith('.json'))
      .map(({ path }) => {
        const data: unknown = JSON.parse(readFileSync(join(ROOT, dirname(input), path), 'utf8'));
        return { path: join(BUNDLES, name, path), contents: Buffer.from(JSON.stringify(data)) };
      }),
  );
}

/**
 * The published contract, made once here: making it takes every schema of the hub and the library
 * that reads them. Where one signs in is known only when it runs (functions/directory/document.ts).
 */
function publishedContract(): BundleFile[] {
  const unknown = 'https://sign-in.invalid/';
  const document = openApiDocument({ authorizationUrl: unknown, tokenUrl: unknown });
  const named = { 'openapi.json': document, 'asyncapi.json': asyncApiDocument(document) };
  return Object.entries(named).map(([name, one]) => ({
    path: join(BUNDLES, 'directory', name),
    contents: Buffer.from(JSON.stringify(one)),
  }));
}

/** The pages that functions/console serves. */
const webConsole = (): BundleFile[] =>
  consoleFiles().map(({ name, contents }) => ({
    path: join(BUNDLES, 'console/web', `${name}.br`),
    contents,
  }));

function describe(name: string, files: readonly BundleFile[]): FunctionBundle {
  const folder = join(BUNDLES, name);
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  const bytes = own.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  const handler = own.find(({ path }) => path === join(folder, 'handler.mjs'));
  const size = handler?.contents.byteLength ?? 0;
  return { name, folder, size, data: bytes - size };
}

const DRAFT = '.draft-';

/** Replaces only what changed, each file at once: another process may be reading these bundles. */
function keep(files: readonly BundleFile[]): void {
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const draft = join(BUNDLES, `${DRAFT}${process.pid}`);
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}

/** What an earlier build left: it would go to the cloud with the rest. */
function dropOthers(files: readonly BundleFile[]): void {
  const kept = new Set(files.map(({ path }) => path));
  for (const entry of readdirSync(BUNDLES, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path) && !entry.name.startsWith(DRAFT)) rmSync(path);
  }
}
