import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Endpoint } from '../../shared/contract/endpoint.ts';

/** Declarations of endpoints; the client beside them is code and stays as it is. */
const DECLARATIONS = /\/shared\/contract\/(?!client\.ts)[\w-]+\.ts$/;

/**
 * The console imports endpoints like any other code and has their types, but of each only what a
 * call needs goes to the browser: the schemas with their library would be half a megabyte there.
 * Whatever else a declaring file exports is absent, so that using it fails the build.
 */
export function slimContract(): Plugin {
  return {
    name: 'slim-contract',
    async load(id) {
      if (!DECLARATIONS.test(id)) return undefined;
      const declared: Record<string, unknown> = await import(pathToFileURL(id).href);
      return Object.entries(declared)
        .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]))
        .map(([name, endpoint]) => `export const ${name} = ${JSON.stringify(slim(endpoint))};`)
        .join('\n');
    },
  };
}

const isEndpoint = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'operation' in value && 'path' in value;

/** What shared/contract/client.ts reads of an endpoint. */
const slim = ({ method, path, body, idempotent, public: open, signed }: Endpoint) => ({
  method,
  path,
  ...(body && { body: true }),
  ...(idempotent && { idempotent }),
  ...(open && { public: open }),
  ...(signed && { signed }),
});
