import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBeside } from '../../../functions/console/files.ts';
import { serve } from '../../../functions/console/serve.ts';

const PAGE = '<meta name="ertad:sign-in" content="%SIGN_IN%"><meta content="%NONCE%">ერთად';
const CODE = 'console.log("ერთად")';

const folder = mkdtempSync(join(tmpdir(), 'ertad-console-'));
mkdirSync(join(folder, 'web/assets'), { recursive: true });
writeFileSync(join(folder, 'web/index.html.br'), brotliCompressSync(PAGE));
writeFileSync(join(folder, 'web/assets/main-a1.js.br'), brotliCompressSync(CODE));
writeFileSync(join(folder, 'web/secret.br'), brotliCompressSync('not an asset'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = serve(filesBeside(pathToFileURL(`${folder}/`).href), {
  AUTHORIZATION_URL: 'https://sign-in.example/authorize',
  TOKEN_URL: 'https://sign-in.example/token',
  SIGN_OUT_URL: 'https://sign-in.example/logout',
  CONSOLE_CLIENT_ID: 'a"client',
});

async function get(resource: string, file?: string, accept = 'gzip, br') {
  const event = {
    resource,
    headers: { 'Accept-Encoding': accept },
    pathParameters: file === undefined ? null : { file },
  } as unknown as APIGatewayProxyEvent;
  const { statusCode, headers, body } = await answer(event);
  const bytes = Buffer.from(body, 'base64');
  const text = headers?.['Content-Encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes;
  return { status: statusCode, headers: headers ?? {}, text: text.toString('utf8') };
}

describe('a page of the console', () => {
  it.each(['/', '/signed-in', '/_components', '/app/{page+}'])(
    'is the same at %s',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect(status).toBe(200);
      expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
      expect(headers['Cache-Control']).toBe('no-cache');
      expect(text).toContain('ერთად');
    },
  );

  it('says where one signs in, and nothing of it can leave its place', async () => {
    const { text } = await get('/');
    const [, written = ''] = /sign-in" content="([^"]*)"/.exec(text) ?? [];
    expect(JSON.parse(written.replaceAll('&quot;', '"'))).toEqual({
      authorize: 'https://sign-in.example/authorize',
      token: 'https://sign-in.example/token',
      signOut: 'https://sign-in.example/logout',
      client: 'a"client',
    });
  });

  it('may load from its own origin only, and call besides only where tokens come from', async () => {
    const { headers, text } = await get('/');
    const policy = String(headers['Content-Security-Policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://sign-in.example;");
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
    expect(text).toContain(`content="${nonce}"`);
  });

  it('has another nonce each time', async () => {
    const one = await get('/');
    const other = await get('/');
    const policies = [one, other].map(({ headers }) => headers['Content-Security-Policy']);
    expect(policies[0]).not.toBe(policies[1]);
  });
});

describe('a file of the console', () => {
  it('is compressed with brotli, and may be kept for a year', async () => {
    const { status, headers, text } = await get('/assets/{file}', 'main-a1.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Encoding': 'br',
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(text).toBe(CODE);
  });

  it('is plain for whoever does not read brotli', async () => {
    const { headers, text } = await get('/assets/{file}', 'main-a1.js', 'gzip');
    expect(headers).not.toHaveProperty('Content-Encoding');
    expect(headers.Vary).toBe('Accept-Encoding');
    expect(text).toBe(CODE);
  });

  it.each(['gone.js', '../secret', '..%2Fsecret', '../../handler.mjs', '', 'constructor'])(
    'is not there under a name that was never built: %j',
    async (name) => {
      const { status, headers, text } = await get('/assets/{file}', name);
      expect([status, text]).toEqual([404, '']);
      expect(headers['Cache-Control']).toBe('no-store');
    },
  );
});
