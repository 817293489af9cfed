import { randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { SAFE_HEADERS } from '../../shared/contract/safe-headers.ts';
import { contentPolicy } from './content-policy.ts';
import type { Env } from './env.ts';
import type { ConsoleFiles } from './files.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
};
/** The page itself is different each time: two kilobytes, compressed while somebody waits. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
/** A name holds the hash of what is in the file. */
const FOR_A_YEAR = 'public, max-age=31536000, immutable';
/** Kept, but never used without asking: a new version is there with the next page that is opened. */
const ASK_EACH_TIME = 'no-cache';

/** Answers with a page of the console or with one of its files; anything else is not there. */
export function serve(files: ConsoleFiles, env: z.infer<typeof Env>) {
  const index = withSignIn(files.index, env);

  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const name = event.resource.startsWith('/assets/') ? event.pathParameters?.file : undefined;
    if (name === undefined) return page(event);
    const found = files.asset(name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (!found || !type) return { statusCode: 404, headers: SAFE_HEADERS, body: '' };
    return answer(event, found, { 'Content-Type': type, 'Cache-Control': FOR_A_YEAR });
  };

  function page(event: APIGatewayProxyEvent): APIGatewayProxyResult {
    const nonce = randomBytes(16).toString('base64');
    const html = brotliCompressSync(index.replace('%NONCE%', nonce), QUICKLY);
    return answer(event, html, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentPolicy(env.TOKEN_URL, nonce),
      'Cache-Control': ASK_EACH_TIME,
    });
  }
}

/** Writes into the page where one signs in: known only where it is deployed. */
function withSignIn(compressed: Buffer, env: z.infer<typeof Env>): string {
  const place = {
    authorize: env.AUTHORIZATION_URL,
    token: env.TOKEN_URL,
    signOut: env.SIGN_OUT_URL,
    client: env.CONSOLE_CLIENT_ID,
  };
  const written = JSON.stringify(place).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const html = brotliDecompressSync(compressed).toString('utf8');
  return html.replace('%SIGN_IN%', () => written);
}

/** Compressed for whoever reads brotli, as every browser does; plain for the rest. */
function answer(
  event: APIGatewayProxyEvent,
  compressed: Buffer,
  headers: Readonly<Record<string, string>>,
): APIGatewayProxyResult {
  const isRead = readsBrotli(event);
  const bytes = isRead ? compressed : brotliDecompressSync(compressed);
  return {
    statusCode: 200,
    headers: {
      ...SAFE_HEADERS,
      ...headers,
      Vary: 'Accept-Encoding',
      ...(isRead && { 'Content-Encoding': 'br' }),
    },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
}

const readsBrotli = ({ headers }: APIGatewayProxyEvent): boolean =>
  Object.entries(headers ?? {}).some(
    ([name, value]) => name.toLowerCase() === 'accept-encoding' && /\bbr\b/.test(value ?? ''),
  );
