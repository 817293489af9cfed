import type { OpenApiDocument, Operation } from '../../../shared/contract/openapi/document.ts';
import { SAFE_HEADERS } from '../../../shared/contract/safe-headers.ts';
import { faults } from './schema.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The hub's pages bring a content policy of their own. */
const OWN_POLICY = 'text/html';

/** What of an answer the document does not say; empty where it says it all. */
export function undocumented(
  { components: { schemas } }: OpenApiDocument,
  operation: Operation,
  { status, headers, text }: Answered,
): string[] {
  if (status >= 500) return [`answered ${status}`];
  const declared = operation.responses[`${status}`];
  if (!declared) return [`answered ${status}, which is not declared: ${text.slice(0, 200)}`];
  const type = headers['content-type'] ?? '';
  const found = unsafe(headers, type);
  const absent = Object.keys(declared.headers ?? {}).filter((name) => !headers[name.toLowerCase()]);
  found.push(...absent.map((name) => `${status} lacks its ${name}`));
  const content = declared.content ?? {};
  const media = Object.entries(content).find(([name]) => type.startsWith(name))?.[1];
  if (!media)
    return text === '' && Object.keys(content).length === 0
      ? found
      : [...found, `${status} as ${type}`];
  if (!type.includes('json')) return found;
  const body: unknown = JSON.parse(text);
  found.push(...faults(schemas, media.schema, body).map((one) => `${status}: ${one}`));
  if (status >= 400) found.push(...undeclaredCode(media.examples ?? {}, status, body));
  return found;
}

function unsafe(headers: Answered['headers'], type: string): string[] {
  return Object.entries(SAFE_HEADERS)
    .filter(([name]) => !(type.startsWith(OWN_POLICY) && name === 'Content-Security-Policy'))
    .filter(([name, value]) => {
      const sent = headers[name.toLowerCase()] ?? '';
      // The gateway writes the same policy without quotation marks.
      return sent !== value && sent !== value.replaceAll(" 'none'", '');
    })
    .map(([name]) => `no ${name}`);
}

/** Each refusal that an operation may answer with stands among its examples. */
function undeclaredCode(examples: object, status: number, body: unknown): string[] {
  const code = String((body as { type?: unknown }).type)
    .split('/')
    .at(-1);
  return `${code}.en` in examples ? [] : [`${status} ${code} is not declared`];
}
